"""Two journeys side by side, of whatever workshops and personas."""
