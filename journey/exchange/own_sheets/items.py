"""Several cards in one cell: by bullets, numbers or line breaks, or in one line by bullets and semicolons."""

from journey.lazy_re import lazy_re

_MARK = lazy_re(r"\s*(?:[-–—•*·▪◦‣○●■□✓✔☐☑→➔>]\s+|[•▪◦‣●]|\(?\d{1,2}[.)]\s+|[a-z]\)\s+)")
_INLINE = lazy_re(r"\s+[•▪◦‣●]\s+|\s*;\s+|;$")
_ENUMERATED = lazy_re(r",\s+")


def items_of(words: str) -> tuple[str, ...]:
    """The single entries of a cell, without their marks."""
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) <= 1:
        return _in_one_line(lines[0]) if lines else ()
    if not any(_MARK.match(line) for line in lines):
        return tuple(lines)
    entries: list[str] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark or not entries:
            entries.append(line[mark.end() if mark else 0 :].strip())
        else:
            entries[-1] = f"{entries[-1]} {line}"
    return tuple(entry for entry in entries if entry)


def enumerated(words: str) -> tuple[str, ...]:
    """The entries of a line that lists at least three short ones between commas; else the whole line."""
    parts = tuple(part.strip() for part in _ENUMERATED.split(words))
    short = len(parts) >= 3 and all(part and len(part.split()) <= 3 for part in parts)
    return parts if short else (words,)


def as_lines(words: str) -> str:
    """A cell's entries, one a line; a cell with one entry as it stands."""
    entries = items_of(words)
    return "\n".join(entries) if len(entries) > 1 else "".join(entries)


def _in_one_line(line: str) -> tuple[str, ...]:
    mark = _MARK.match(line)
    plain = line[mark.end() :] if mark else line
    return tuple(part for part in (each.strip() for each in _INLINE.split(plain)) if part)
