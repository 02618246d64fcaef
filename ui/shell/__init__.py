"""What is around every page: the script that runs at every click, the frame, the HTTP answers."""
