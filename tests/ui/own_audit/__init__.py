"""Tests of ui.own_audit."""
