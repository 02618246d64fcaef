"""Tests of ui.room and ui.projector."""
