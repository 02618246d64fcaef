"""The emotion curve alone: everyone's line, and one for each persona that feels differently."""
