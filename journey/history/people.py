"""Who did it: people are browsers without accounts; they may say what they want to be called."""

from collections.abc import Mapping

from journey.model import Language
from journey.texts import text


def author_name(author: str, names: Mapping[str, str], me: str, language: Language) -> str:
    """What to call an author: "Anna", "You", "Browser 2", "somebody else". `names` holds the authors of a workshop in
    the order of their first changes, with the name that each gave ("" for none), as `Store.people.names` gives them;
    their places in it are their numbers. `me` is the author who reads this. Who shares a name has a number too."""
    if author == me:
        return text("history.who.me", language)
    if author not in names:
        return text("history.who.other", language)
    number, name = list(names).index(author) + 1, names[author]
    if not name:
        return text("history.who.numbered", language, number=number)
    shared = [other for other, called in names.items() if called.casefold() == name.casefold()]
    return text("history.who.same_name", language, name=name, number=number) if len(shared) > 1 else name
