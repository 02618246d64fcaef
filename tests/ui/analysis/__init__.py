"""Tests of ui.analysis."""
