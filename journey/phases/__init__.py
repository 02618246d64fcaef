"""Phase models: the five of the articles as data, and the team's own. A phase id is `<model id>.<slug>`."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
