"""Reading in a child process: `python -m journey.numbers.reading.child FOLDER`."""
