"""Portraits of personas, drawn by looks, words or seed. No picture service is asked."""
