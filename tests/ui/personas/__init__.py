"""Tests of ui.personas."""
