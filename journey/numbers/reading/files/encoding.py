"""How a text file writes its letters: byte order mark, then NULs of UTF-16, then UTF-8 that is nearly whole, then one byte a letter."""

import codecs
import zlib
from pathlib import Path

from journey.numbers.reading.files.kinds import SAMPLE, is_packed, opened
from journey.numbers.reading.files.old_letters import of_one_byte
from journey.numbers.reading.outcome import UnreadableLog

CHECKED_WHOLE = 64 << 20
"""Files up to this size are checked to their end, larger ones at their start and in windows spread over the rest."""

_WINDOWS, _WINDOW = 32, 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
_CONTINUED = bytes(range(0x80, 0xC0))


def sniffed(path: Path) -> tuple[str, str, int]:
    """The file's encoding, its beginning as text, without a byte order mark and cut after the last whole line, and how many
    bytes are known to be no text.
    UnreadableLog: "empty", "not_text", or "damaged" for a broken gzip."""
    start, more = _start(path)
    if not start.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise UnreadableLog("empty")
    encoding = _encoding(start)
    broken = encoding == "utf-8" and not (_is_utf8(start) and (not more or _is_utf8_further_on(path)))
    good, bad = _letters(path) if broken else (0, 0)
    if broken and good <= 0.1 * bad:
        encoding, bad = of_one_byte(start), 0
    text = start.decode(encoding, "replace").removeprefix("\ufeff")
    if more and (end := max(text.rfind("\n"), text.rfind("\r"))) > 0:
        text = text[: end + 1]
    return encoding, text, bad


def spread(path: Path, encoding: str) -> list[str]:
    """Whole lines from places all over a large file, for evidence that its beginning does not have."""
    size = path.stat().st_size
    if is_packed(path) or encoding.startswith("utf-16") or encoding.startswith("utf-32") or size < 2 * SAMPLE:
        return []
    lines: list[str] = []
    for window in _windows(path, 16, 1 << 12):
        lines += window.decode(encoding, "replace").splitlines()[1:-1]
    return lines


def _start(path: Path) -> tuple[bytes, bool]:
    try:
        with opened(path) as stream:
            start = stream.read(SAMPLE)
            return start, bool(stream.read(1))
    except (EOFError, zlib.error, OSError) as error:
        raise UnreadableLog("damaged") from error


def _encoding(start: bytes) -> str:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    even, odd = (start[::2].count(0), start[1::2].count(0)) if 0 in start else (0, 0)
    half = max(len(start) // 2, 1)
    if odd > 0.3 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.1 * half:
        return "utf-16-be"
    if len(start) - len(start.translate(None, _CONTROLS)) > max(0.01 * len(start), 3):
        raise UnreadableLog("not_text")
    return "utf-8"


def _is_utf8(part: bytes) -> bool:
    """Whether bytes are UTF-8; the last letter may be cut."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(part)
    except UnicodeDecodeError:
        return False
    return True


def _letters(path: Path) -> tuple[int, int]:
    """How many letters of several bytes a file that is not wholly UTF-8 has, and how many bytes that are none. Such letters
    hardly come about by chance: a few among the others mean that bytes were lost, or two exports glued together."""
    good = bad = 0
    try:
        with opened(path) as stream:
            rest = CHECKED_WHOLE
            while rest > 0 and (part := stream.read(min(SAMPLE, rest))):
                text = part.decode("utf-8", "surrogateescape")
                decoded = len(text.encode("utf-8", "ignore").decode("utf-8"))
                plain = len(text.encode("ascii", "ignore"))
                good, bad, rest = good + decoded - plain, bad + len(text) - decoded, rest - len(part)
    except (EOFError, zlib.error, OSError):
        return 0, 1
    return good, bad


def _is_utf8_further_on(path: Path) -> bool:
    if is_packed(path):
        return True
    if path.stat().st_size > CHECKED_WHOLE:
        windows = _windows(path, _WINDOWS, _WINDOW)
        return all(_is_utf8(window[:3].lstrip(_CONTINUED) + window[3:]) for window in windows)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        with path.open("rb") as stream:
            while part := stream.read(SAMPLE):
                decoder.decode(part)
    except UnicodeDecodeError:
        return False
    return True


def _windows(path: Path, count: int, length: int) -> list[bytes]:
    size = path.stat().st_size
    found = []
    with path.open("rb") as stream:
        for place in range(1, count + 1):
            stream.seek(min(size * place // count, size - length) if size > length else 0)
            found.append(stream.read(length))
    return found
