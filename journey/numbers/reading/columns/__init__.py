"""What a column holds and which role it has: evidence of its values goes before its name."""
