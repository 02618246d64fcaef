"""What people are called in the tables: nobody has an account, so a person is a browser, or a login.

A browser keeps a secret in its cookie. The tables, the log and back-ups hold a checksum of it: whoever reads them cannot go
on as that browser.
"""

from hashlib import sha256

_MASK = "b-"
_LENGTH = 24


def person_of(secret: str) -> str:
    """The person who keeps a secret."""
    return _MASK + sha256(secret.encode(errors="replace")).hexdigest()[:_LENGTH]


def masked(author: str) -> str:
    """An author as a file may hold it: a person as it is, the checksum of anything else."""
    return author if not author or is_person(author) else person_of(author)


def is_person(words: str) -> bool:
    """Whether this is what a person is called."""
    digits = words.removeprefix(_MASK)
    return digits != words and len(digits) == _LENGTH and all(digit in "0123456789abcdef" for digit in digits)
