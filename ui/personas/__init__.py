"""Step 2: personas, their portraits, the evidence that they rest on."""
