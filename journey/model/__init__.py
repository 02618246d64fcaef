"""What a workshop is: frozen values, closed choices, stable ids. Knows nothing of storage, language or pictures.

Names are fetched when somebody asks for them: a language or a clean line needs no pydantic, which takes longer to load than a short
command to answer."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
