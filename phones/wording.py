"""The words of a page: which language a phone speaks, and the functions that templates say them with."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request

from journey.model import Language
from journey.texts import day, number, text

Say = Callable[..., str]


def language_of(request: Request, otherwise: Language = Language.EN) -> Language:
    """The language that was chosen on the page (?lang=de), or else the one of ours that the phone likes best."""
    chosen = request.query_params.get("lang", "")
    wished = [chosen, *_by_liking(request.headers.get("accept-language", ""))]
    known = {language.value: language for language in Language}
    return next((known[one] for one in wished if one in known), otherwise)


def _by_liking(header: str) -> list[str]:
    """The languages of an Accept-Language header, without their countries, the best liked first."""
    wishes: list[tuple[float, str]] = []
    for wish in header.lower().split(",")[:30]:
        name, _, quality = wish.partition(";q=")
        try:
            liking = float(quality or 1)
        except ValueError:
            liking = 0.0
        wishes.append((-liking, name.strip().partition("-")[0]))
    return [name for liking, name in sorted(wishes, key=lambda wish: wish[0]) if liking < 0]


@dataclass(frozen=True)
class Wording:
    """What templates say things with, in one language."""

    language: Language

    @cached_property
    def functions(self) -> dict[str, Say]:
        """By the names that templates use: `t` a key, `many` a counted noun, `n` a number, `score` one with its sign, `day`
        a day."""
        return {
            "t": self.t,
            "many": self.many,
            "n": self.n,
            "score": self.score,
            "day": lambda d: day(d, self.language),
        }

    def t(self, key: str, **values: object) -> str:
        """The words of a key."""
        return text(key, self.language, **values)

    def many(self, key: str, count: int) -> str:
        """`<key>.one` for 1, else `<key>.many`."""
        return text(f"{key}.{'one' if count == 1 else 'many'}", self.language, count=self.n(count))

    def n(self, value: float) -> str:
        """A number as people write it."""
        return number(value, self.language)

    def score(self, value: float) -> str:
        """A score with its sign: +1, −2, 0."""
        return ("+" if value > 0 else "") + number(value, self.language).replace("-", "\N{MINUS SIGN}")
