"""Portraits of personas: drawn here, chosen by looks, or a picture of one's own. No picture service is asked."""
