"""How a room feels at each touchpoint: the medians as a curve, and everybody's score around it."""
