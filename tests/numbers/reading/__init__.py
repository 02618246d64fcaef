"""Tests of reading: files become coded logs."""
