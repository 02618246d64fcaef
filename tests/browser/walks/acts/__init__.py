"""What a person may do: each act is a value, so that a walk is a list of acts which can be walked again and shortened.

An act says when it is possible, does it on the screen, tells it as a sentence, and returns what it must do to the store."""
