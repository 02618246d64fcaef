"""Tests of ui.map."""
