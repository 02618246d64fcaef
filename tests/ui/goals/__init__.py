"""Tests of ui.goals."""
