"""Tests of journey.portraits."""
