"""Tests of ui.state."""
