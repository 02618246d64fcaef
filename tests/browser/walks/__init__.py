"""Walks: what two people may do with one workshop, drawn at random, against a plain model of the words they typed."""
