"""The history: the list of changes, versions, the dialogs that take back and go back."""
