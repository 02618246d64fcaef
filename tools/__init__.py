"""What developers run besides the app: the browser, the server for tests, and pictures of every page."""
