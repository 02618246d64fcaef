"""Where the numbers come from: a file, a sample, a table in a database; its columns and activities."""
