"""The page of the people: links that bring somebody in, who is in and as what."""
