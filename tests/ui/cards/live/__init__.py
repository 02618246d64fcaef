"""Tests of ui.cards.live."""
