"""The presenter's view: nothing but the picture and one line, for a second screen."""
