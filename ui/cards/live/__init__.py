"""The live room as facilitator and projector see it: the room that is followed, its deeds, its pictures."""
