"""The history: who changed what and when, from the first change on; everything can be found and brought back."""

from ui.history import changes, dialogs, filters, my_name, versions

versions.bar(beside=my_name.popover)
versions.overview()
changes.draw(filters.sought())
dialogs.show()
