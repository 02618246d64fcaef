"""Tests of ui.start."""
