"""Two funnels side by side, and which differences can be claimed."""
