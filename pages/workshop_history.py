"""The history: who changed what and when, from the first change on; everything can be found and brought back."""

from ui import history_dialogs, history_filter, history_list, history_name, history_versions

history_versions.bar(beside=history_name.popover)
history_versions.overview()
history_list.draw(history_filter.sought())
history_dialogs.show()
