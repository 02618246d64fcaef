"""One web page with everything: it opens without a network, folds and filters, and prints."""

from journey.take_home.web_page.page import page_glance, write_page

__all__ = ["page_glance", "write_page"]
