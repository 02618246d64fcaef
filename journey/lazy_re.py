"""Regular expressions that are compiled when they are first used: of the hundreds that there are a command needs few."""

import re
from typing import Any, AnyStr, cast


def lazy_re(text: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Like `re.compile`, but `re.error` shows at the first use. Functions of `re` take its `pattern`, not itself."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(text, flags))


class _Uncompiled:
    """Stands for a pattern: whatever is asked of it is the pattern's, and kept."""

    def __init__(self, text: str | bytes, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        value = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)
        return value
