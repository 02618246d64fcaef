"""Tests of the phones' pages: real routes on a real store."""
