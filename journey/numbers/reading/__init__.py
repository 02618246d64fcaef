"""From a file to a coded log: a look at the file, a plan that a person confirms, and one reading, guarded in a child."""

import lazy_loader

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
