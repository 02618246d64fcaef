"""The self-audit: its questions and its result."""
