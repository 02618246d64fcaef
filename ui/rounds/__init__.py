"""What the page of rounds shows: closing one, those that are closed, two of them compared, the course, what happened outside."""
