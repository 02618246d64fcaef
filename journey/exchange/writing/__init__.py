"""The workbook and the CSV tables, going out."""
