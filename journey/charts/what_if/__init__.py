"""What one better step would bring at the goal."""
