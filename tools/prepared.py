"""A data folder with workshops in it, as somebody left it, for pictures, measurements and browser tests."""

from pathlib import Path

from journey.model import Frame, Language, Workshop, new_id
from journey.phases import DEFAULT_MODEL
from journey.samples import load_sample
from journey.store import open_store
from tools import meeting

_TITLES = {Language.DE: "Unser erster Workshop"}


def put(data: Path, *workshops: Workshop, met: bool = False) -> list[str]:
    """Store workshops in a data folder (made if need be) under ids of their own, and return these. `met`: each with a live
    room that has worked."""
    data.mkdir(parents=True, exist_ok=True)
    store = open_store(f"sqlite:///{data / 'workshops.sqlite3'}")
    try:
        fresh = [each.with_frame(each.frame.model_copy(update={"id": new_id()})) for each in workshops]
        for each in fresh:
            store.create(each, "prepared")
            if met:
                meeting.hold(store, each)
        return [each.frame.id for each in fresh]
    finally:
        store.close()


def full(language: Language) -> Workshop:
    """The largest sample in a language."""
    return load_sample(f"b2b-software-{language}")


def empty(language: Language) -> Workshop:
    """A workshop that somebody has only just named."""
    title = _TITLES.get(language, "Our first workshop")
    return Workshop(frame=Frame(id=new_id(), title=title, language=language, phase_model=DEFAULT_MODEL))
