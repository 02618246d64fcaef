"""The first look at a file: where its table stands, and the plan that is suggested to a person."""
