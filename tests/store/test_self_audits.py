"""Self-audits without a workshop: one a browser, kept until it is forgotten, and never in the list of workshops."""

from sqlalchemy import text

from journey.store import Store, open_store
from journey.store.engine import writing
from tests.builders import a_frame, a_workshop


def _answered(*answers: str) -> dict[str, object]:
    audit = [{"id": f"a{n}", "question": f"q{n}", "answer": answer} for n, answer in enumerate(answers)]
    return {"frame": a_frame(id="own", organisation="Bäckerei Ähre"), "audit": audit}


def test_what_a_browser_answered_last_is_there_when_the_store_opens_again(store: Store, url: str) -> None:
    assert store.self_audits.of("phone") is None
    store.self_audits.keep("phone", a_workshop(**_answered("yes")))
    store.self_audits.keep("phone", a_workshop(**_answered("yes", "no")))
    again = open_store(url)
    assert again.self_audits.of("phone") == a_workshop(**_answered("yes", "no"))
    assert again.self_audits.of("desk") is None
    assert again.workshops() == ()
    again.close()


def test_a_forgotten_one_is_gone_and_others_stay(store: Store) -> None:
    for browser in ("phone", "desk"):
        store.self_audits.keep(browser, a_workshop(**_answered("yes")))
    store.self_audits.forget("phone")
    assert store.self_audits.of("phone") is None
    assert store.self_audits.of("desk") is not None


def test_one_that_cannot_be_read_begins_anew(store: Store) -> None:
    store.self_audits.keep("phone", a_workshop(**_answered("yes")))
    with writing(store._engine) as connection:
        connection.execute(text("UPDATE self_audits SET body = '{}'"))
    assert store.self_audits.of("phone") is None
    store.self_audits.keep("phone", a_workshop(**_answered("no")))
    assert store.self_audits.of("phone") == a_workshop(**_answered("no"))
