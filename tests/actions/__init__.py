"""Tests of what the team will do."""
