"""Workshops to open with one click, and the script that makes them."""
