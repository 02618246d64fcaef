"""Tests of critic."""
