"""What a file is and how its letters, cells and records are parted, whatever they hold."""
