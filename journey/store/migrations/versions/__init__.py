"""One file a revision, numbered; written once and never edited afterwards."""
