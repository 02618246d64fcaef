"""Opens what strangers bring: what a file is, its limits, and the child process that reads its cells."""
