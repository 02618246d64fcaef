"""A spreadsheet or a board that somebody brings: what is on it becomes cards, once it was seen."""

from ui.own_sheet import page

page.draw()
