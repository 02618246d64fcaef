"""What participants see on their phones: HTML from routes of the same server, without Streamlit. `app.py` mounts them."""

from phones.addresses import JOIN, OWN, PhonePaths, join_address
from phones.routes import phone_routes

__all__ = ["JOIN", "OWN", "PhonePaths", "join_address", "phone_routes"]
