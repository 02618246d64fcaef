"""What others do with the same file, each a whole program of its own, run by Python in .venv-bench."""
