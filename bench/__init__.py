"""Measurements beside their plain counterparts, printed as ratios: `make bench`."""
