"""Tests of ui.history."""
