"""Tests of ui.cards."""
