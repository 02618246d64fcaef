"""What the pages show, in four layers (docs/design.md). With app.py and pages/ the only Streamlit code."""
