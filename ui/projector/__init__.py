"""The projector's page of the live room."""
