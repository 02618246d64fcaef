"""Tests of ui.presenter."""
