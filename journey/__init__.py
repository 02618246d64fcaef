"""Customer-journey workshops: the domain, without any user interface."""
