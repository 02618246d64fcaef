"""The workbook and the CSV tables, coming back: what is understood is taken, and everything else told with its place."""
