"""One pass over a file by its plan: rows become arrays, arrays the coded log."""
