"""Tests of ui.numbers."""
