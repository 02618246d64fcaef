"""Furniture that the pages share. With app.py and pages/ the only Streamlit code."""
