"""What a tab holds between two runs, and what the person in front of it reads. Knows no page and no widget."""
