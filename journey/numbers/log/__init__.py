"""Event logs as small integers: the coded log, the question put to it, and everything that is worked out from both."""
