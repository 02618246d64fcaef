"""Fields that save themselves: numbers as people write them, what is refused and kept, what changed elsewhere."""

import pytest
from streamlit.runtime.scriptrunner import RerunData, RerunException

from journey.model import Emotion, Language
from journey.texts import text
from tests.builders import a_persona, a_source, a_touchpoint, a_workshop
from tests.ui.app import chosen, kept, opened, pressed, run, seen, stored, taken_over, text_field, typed
from ui.kit.feelings import FACES, face
from ui.state import session

DE, EN = Language.DE, Language.EN


def test_a_face_says_its_score() -> None:
    assert [face(Emotion(score))[-2:] for score in FACES] == ["−2", "−1", " 0", "+1", "+2"]
    assert face(None) == "–"


@pytest.mark.parametrize(("language", "words"), [(DE, "7,5"), (EN, "7.5")])
def test_a_persona_s_share_takes_the_decimal_mark_of_the_language(language: Language, words: str) -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p")]))
    tab = pressed(opened(workshop_id, "personas", language), "edit:p")
    typed(tab, "drawer:p:share", words)
    assert kept(workshop_id).personas[0].share == 7.5
    assert text_field(tab, "drawer:p:share").value == words


@pytest.mark.parametrize("language", list(Language))
def test_what_is_no_number_is_refused_in_words_and_stays_in_the_field(language: Language) -> None:
    workshop_id = stored(a_workshop(personas=[a_persona(id="p", share=10)]))
    tab = pressed(opened(workshop_id, "personas", language), "edit:p")
    typed(tab, "drawer:p:share", "abc")
    assert [error.value for error in tab.error] == [text("frame.not_a_number", language, typed="abc")]
    assert text_field(tab, "drawer:p:share").value == "abc"
    assert kept(workshop_id).personas[0].share == 10
    typed(tab, "drawer:p:segment", "Familien")
    assert text_field(tab, "drawer:p:share").value == "abc"
    typed(tab, "drawer:p:share", "12")
    assert not tab.error
    assert kept(workshop_id).personas[0].share == 12


@pytest.mark.parametrize(("field", "words"), [("share", "101"), ("share", "-1"), ("share", "1e30")])
def test_what_the_field_cannot_hold_is_refused_and_stays(field: str, words: str) -> None:
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", id="p", share=10)]))
    tab = pressed(opened(workshop_id, "personas"), "edit:p")
    typed(tab, f"drawer:p:{field}", words)
    assert [error.value for error in tab.error] == [
        text("frame.does_not_fit", DE, field=text(f"fields.personas.{field}", DE))
    ]
    assert tab.text_input(key=f"drawer:p:{field}").value == words
    assert (kept(workshop_id).personas[0].name, kept(workshop_id).personas[0].share) == ("Alma", 10)


@pytest.mark.parametrize("words", ["2,5", "-1", "nan", "viele"])
def test_a_sample_size_is_a_whole_number(words: str) -> None:
    workshop_id = stored(a_workshop(sources=[a_source(id="s", sample_size=5)]))
    tab = pressed(opened(workshop_id, "personas"), "edit:s")
    typed(tab, "drawer:s:sample_size", words)
    assert len(tab.error) == 1
    assert kept(workshop_id).sources[0].sample_size == 5
    typed(tab, "drawer:s:sample_size", "1.200")
    assert kept(workshop_id).sources[0].sample_size == 1200


def test_a_change_from_elsewhere_shows_and_half_typed_text_of_other_fields_stays() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", id="p", share=10)]))
    mine = pressed(opened(workshop_id, "personas"), "edit:p")
    typed(mine, "drawer:p:share", "zehn")
    theirs = pressed(opened(workshop_id, "personas"), "edit:p")
    typed(theirs, "drawer:p:name", "Berta")
    assert text("drawer.changed_by", DE, who=text("history.who.numbered", DE, number=1)) in seen(run(mine))
    assert text_field(mine, "drawer:p:name").value == "Alma"
    taken_over(mine)
    assert text_field(mine, "drawer:p:name").value == "Berta"
    assert text_field(mine, "drawer:p:share").value == "zehn"


def test_a_field_of_a_card_that_is_gone_does_no_harm() -> None:
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", id="p")]))
    mine, theirs = (pressed(opened(workshop_id, "personas"), "edit:p") for _ in range(2))
    pressed(theirs, "drawer:delete")
    typed(mine, "drawer:p:segment", "Familien")
    assert kept(workshop_id).personas == ()
    assert text("conflict.heading", DE) in seen(mine)
    assert text("conflict.deleted", DE) in seen(mine)


def test_personas_feel_on_their_own() -> None:
    point = a_touchpoint(id="t", personas=("p",), emotion=1)
    workshop_id = stored(a_workshop(personas=[a_persona("Alma", id="p")], touchpoints=[point]))
    tab = pressed(opened(workshop_id, "touchpoints"), "edit:t")
    chosen(tab, "drawer:t:persona_emotions:p", Emotion.VERY_BAD)
    assert [(own.persona, own.emotion) for own in kept(workshop_id).touchpoints[0].persona_emotions] == [("p", -2)]
    chosen(tab, "drawer:t:persona_emotions:p", None)
    chosen(tab, "drawer:t:emotion", None)
    assert (kept(workshop_id).touchpoints[0].persona_emotions, kept(workshop_id).touchpoints[0].emotion) == ((), None)


def test_a_callback_that_is_cut_off_is_done_again_and_the_run_that_was_asked_for_still_comes() -> None:
    tries, asked = [], RerunException(RerunData())

    @session.to_its_end
    def act(words: str) -> None:
        tries.append(words)
        if len(tries) == 1:
            raise asked

    with pytest.raises(RerunException) as raised:
        act("Newsletter")
    assert tries == ["Newsletter", "Newsletter"]
    assert raised.value is asked
