"""Plain text files without an engine: rows are found by their bytes, and cells are taken eight bytes at a time. What is
not plain (`NotPlain`) is left to DuckDB, which reads everything that this reads, and the same."""
