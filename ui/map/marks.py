"""What a mark of the map is of, as its value `at` begins (see journey/charts/journey_map/works.py), and what points at it."""

ADD, FEEL, FOLD = "add:", "feel:", "fold:"
PHASE = "fold:phase"
POINTS = frozenset({"click", "Enter", " "})
