"""The tables as data, for both directions: columns, kinds of cells, labels and lists, and how a table is found again."""
