"""The schema's history, run by `journey.store.schema.upgrade`. A new FORMAT_VERSION of the model, or a field that is
renamed or removed, comes with a revision here that rewrites `entities.body` and `changes.body`."""
