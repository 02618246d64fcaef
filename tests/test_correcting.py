"""Former defaults are offered for correction, corrected as one change, and never asked about again where people left them."""

from typing import Any

from hypothesis import given

from journey.catalogue import catalogue
from journey.correcting import LABEL, corrected, corrections
from journey.derived import media_of, setting_of
from journey.editing import applied, change_of
from journey.history import describe
from journey.model import Channel, Language, Media, Setting, Workshop
from journey.phases import model_of
from tests.builders import a_touchpoint, a_workshop
from tests.strategies import workshops

FORMER = {"setting": "online", "media": "digital"}


@given(workshops())
def test_of_any_workshop_nothing_is_left_to_ask_about_once_it_was_answered(workshop: Workshop) -> None:
    offered = corrections(workshop)
    chosen = {each.touchpoint.id for each in offered[::2]}
    change = change_of(corrected(workshop, offered, chosen), LABEL)
    assert (change is None) == (not offered)
    if change:
        assert corrections(applied(workshop, change)) == ()
        assert applied(applied(workshop, change), change.inverse()) == workshop


def _ids(workshop: Workshop) -> list[str]:
    return [each.touchpoint.id for each in corrections(workshop)]


def _after(workshop: Workshop, *chosen: str) -> Workshop:
    change = change_of(corrected(workshop, corrections(workshop), chosen), LABEL)
    assert change is not None
    return applied(workshop, change)


def _two(**fields: Any) -> Workshop:
    sign = a_touchpoint("Praxisschild", id="sign", rank=1, **FORMER)
    talk = a_touchpoint("Erstgespräch", id="talk", rank=2, **FORMER, **fields)
    return a_workshop(touchpoints=[sign, talk])


def test_only_the_two_former_defaults_together_are_asked_about_and_only_where_they_do_not_follow() -> None:
    cards = [
        a_touchpoint("Praxisschild", id="sign", rank=1, **FORMER),
        a_touchpoint("Erstgespräch", id="unknown", rank=2, **FORMER),
        a_touchpoint("Terminvergabe", id="phone", rank=3, channel="phone", **FORMER),
        a_touchpoint("Newsletter", id="right", rank=4, **FORMER),
        a_touchpoint("Plakat", id="chosen", rank=5, setting="online", media="classic"),
        a_touchpoint("Plakat", id="new", rank=6),
        a_touchpoint("Website", id="site", rank=7, channel="website", **FORMER),
    ]
    assert _ids(a_workshop(touchpoints=cards)) == ["sign", "unknown", "phone"]


def test_what_was_picked_from_the_catalogue_as_online_and_digital_is_no_former_default() -> None:
    for language in Language:
        picked = [
            a_touchpoint(entry.title, channel=entry.channel, rank=rank, **FORMER)
            for rank, entry in enumerate(catalogue(language))
            if (entry.setting, entry.media) == (Setting.ONLINE, Media.DIGITAL)
        ]
        assert len(picked) > 20
        assert _ids(a_workshop(touchpoints=picked)) == []


def test_a_corrected_touchpoint_follows_its_channel_and_title() -> None:
    after = _after(_two(), "sign", "talk")
    sign, talk = after.touchpoints
    assert (setting_of(sign), media_of(sign)) == (Setting.OFFLINE, Media.CLASSIC)
    assert (setting_of(talk), media_of(talk)) == (None, None)
    assert _ids(after) == []
    assert after.answers == ()


def test_what_was_left_stays_and_is_not_asked_again_until_its_channel_or_title_says_something_else() -> None:
    after = _after(_two(), "sign")
    assert (after.touchpoints[1].setting, after.touchpoints[1].media) == (Setting.ONLINE, Media.DIGITAL)
    assert _ids(after) == []
    moved = after.touchpoints[1].model_copy(update={"channel": Channel.PHONE})
    again = after.with_collection("touchpoints", [after.touchpoints[0], moved])
    assert _ids(again) == ["talk"]
    left = _after(again)
    assert _ids(left) == []
    assert len(left.answers) == 1, "one answer a touchpoint"


def test_the_correction_is_one_named_change_that_can_be_taken_back() -> None:
    workshop = _two()
    change = change_of(corrected(workshop, corrections(workshop), {"sign"}), LABEL)
    assert change is not None
    assert applied(applied(workshop, change), change.inverse()) == workshop
    names = [describe(change, workshop, each, model_of(workshop, each)) for each in Language]
    assert names == ["Online/offline und Medium berichtigt", "Online/offline and media corrected"]


def test_a_touchpoint_that_somebody_changed_meanwhile_is_passed_over() -> None:
    workshop = _two()
    offered = corrections(workshop)
    changed = a_touchpoint("Praxisschild aus Messing", id="sign", rank=1, **FORMER)
    now = workshop.with_collection("touchpoints", [changed, workshop.touchpoints[1]])
    assert [edit.id for edit in corrected(now, offered, {"sign", "talk"})] == ["talk"]
