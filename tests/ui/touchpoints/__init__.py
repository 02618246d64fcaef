"""Tests of ui.touchpoints."""
