"""What stands on several pages and knows what a workshop is: the drawer and its forms, findings, phase models, files."""
