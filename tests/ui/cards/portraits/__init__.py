"""Tests of ui.cards.portraits."""
