"""Tests of ui.comparing."""
