"""The start page: go on with a workshop, begin one, take one back, erase one, back-ups."""
