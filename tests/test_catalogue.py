"""The catalogue holds every touchpoint and channel of the articles and offers the fitting ones first."""

import pytest

from journey.catalogue import CatalogueEntry, catalogue, fitting, proposed_channel, touchpoint_from
from journey.derived import media_of, setting_of
from journey.model import Channel, Language, Measurability, Media, Phase, Setting, Zone
from journey.phases import PhaseModel, built_in
from journey.phases.crosswalk import crosswalk

ENTRIES = {entry.id: entry for entry in catalogue(Language.EN)}

NAMED = {
    "A": "online_ad social_ad friends_recommendation blog social_account shares_and_likes newsletter newsletter_sign_up "
    "lead_magnet starter_product webinar first_result main_offer rating_request email_ad search_engine",
    "B": "search_engine social_account video comparison_portal online_shop website follow_up survey review word_of_mouth",
    "C": "tv_spot radio_spot poster email_ad banner social_ad review_portal blog video store customer_service online_shop "
    "newsletter community event review shares_and_likes forum",
    "D": "forum blog brand_website social_account banner newsletter landing_page live_chat review_portal influencer "
    "personal_talk store packaging poster radio_spot online_ad website support word_of_mouth retail online_shop "
    "customer_service video guest_article e_book webinar product_suggestions email_ad search_ad personalised_website "
    "references demo free_trial order_form welcome_mail insights public_recommendation discount",
    "E": "references internal_pitch",
}


def phase_of(phase_id: str) -> tuple[Phase, PhaseModel]:
    model = next(model for model in built_in(Language.EN) if phase_id.startswith(model.id + "."))
    return next(phase for phase in model.phases if phase.id == phase_id), model


def first(phase_id: str, count: int) -> set[str]:
    return {entry.id for entry in fitting(catalogue(Language.EN), *phase_of(phase_id))[:count]}


@pytest.mark.parametrize("article", NAMED)
def test_every_touchpoint_that_an_article_names_is_there_with_the_article(article: str) -> None:
    assert [name for name in NAMED[article].split() if article not in ENTRIES[name].articles] == []


def test_the_catalogue_is_the_same_in_both_languages_but_for_its_words() -> None:
    german = catalogue(Language.DE)
    assert [entry.id for entry in german] == list(ENTRIES)
    assert len({entry.title for entry in german}) == len({entry.title for entry in ENTRIES.values()}) == len(ENTRIES)
    bare = [entry.model_dump(exclude={"title", "proxies"}) for entry in german]
    assert bare == [entry.model_dump(exclude={"title", "proxies"}) for entry in ENTRIES.values()]


def test_phases_and_rows_exist_and_a_named_phase_has_its_article() -> None:
    letters = {phase.id: model.article for model in built_in(Language.EN) for phase in model.phases}
    for entry in ENTRIES.values():
        assert set(entry.rows) <= {row.id for row in crosswalk(Language.EN)}
        assert all(letters[phase] in entry.articles for phase in entry.phases), entry.id


def test_classic_media_are_hardly_measurable_and_come_with_a_proxy() -> None:
    for name in ("poster", "radio_spot", "tv_spot"):
        assert (ENTRIES[name].media, ENTRIES[name].measurability) == (Media.CLASSIC, Measurability.HARDLY)
    for entry in ENTRIES.values():
        assert bool(entry.proxies) == (entry.measurability is Measurability.HARDLY), entry.id


def test_online_and_offline_touchpoints_of_article_d_keep_their_side() -> None:
    offline = {"personal_talk", "store", "packaging", "poster", "radio_spot"}
    assert {name for name in NAMED["D"].split() if ENTRIES[name].setting is Setting.OFFLINE} >= offline
    online = "forum blog brand_website social_account banner newsletter landing_page live_chat review_portal influencer"
    assert all(ENTRIES[name].setting is Setting.ONLINE for name in online.split())


def test_every_channel_can_be_picked() -> None:
    assert {entry.channel for entry in ENTRIES.values()} == set(Channel)


def test_touchpoints_that_the_article_names_in_a_phase_come_first() -> None:
    assert first("five-phases.retention", 4) == {"newsletter", "community", "customer_service", "event"}
    assert first("stranger-to-fan.commitment", 2) == {"webinar", "starter_product"}
    assert first("lead-marketing.retention", 2) == {"follow_up", "survey"}


def test_where_the_article_is_silent_the_crosswalk_decides() -> None:
    assert "comparison_portal" in first("schuster.assess", 6)
    assert "personalised_website" not in {
        entry.id for entry in fitting(catalogue(Language.EN), *phase_of("schuster.use"))
    }


def test_every_phase_of_every_model_is_offered_touchpoints() -> None:
    for language in Language:
        for model in built_in(language):
            for phase in model.phases:
                assert len(fitting(catalogue(language), phase, model)) >= 10


def test_a_phase_of_an_own_model_is_offered_what_fits_its_zone() -> None:
    phase = Phase(id="own.0", name="Find us", zone=Zone.AFTER)
    model = PhaseModel(id="own", name="Own", phases=(phase,))
    found = fitting(catalogue(Language.DE), phase, model)
    assert {"packaging", "word_of_mouth"} <= {entry.id for entry in found}
    assert all(Zone.AFTER in entry.zones for entry in found)


def test_a_phase_that_the_model_lacks_is_offered_nothing() -> None:
    assert fitting(catalogue(Language.DE), Phase(id="gone", name="Gone"), built_in(Language.DE)[0]) == ()


def test_a_picked_touchpoint_is_filled_in_the_language_of_the_contents() -> None:
    entry: CatalogueEntry = ENTRIES["poster"]
    touchpoint = touchpoint_from(entry, "five-phases.awareness", Language.DE, 7.0)
    assert (touchpoint.title, touchpoint.phase, touchpoint.rank) == ("Plakat", "five-phases.awareness", 7.0)
    assert touchpoint.channel is Channel.POSTER
    assert (setting_of(touchpoint), media_of(touchpoint)) == (Setting.OFFLINE, Media.CLASSIC)
    assert touchpoint.measurability is Measurability.HARDLY


def test_a_picked_touchpoint_is_what_its_entry_says_and_follows_when_its_channel_changes() -> None:
    for entry in ENTRIES.values():
        touchpoint = touchpoint_from(entry, "five-phases.awareness", Language.EN, 1.0)
        assert (setting_of(touchpoint), media_of(touchpoint)) == (entry.setting, entry.media), entry.id
    website = touchpoint_from(ENTRIES["brand_website"], "five-phases.awareness", Language.EN, 1.0)
    assert setting_of(website.model_copy(update={"channel": Channel.PHONE})) is Setting.OFFLINE


def test_the_catalogue_says_nothing_where_it_knows_nothing() -> None:
    service = [entry for entry in ENTRIES.values() if entry.channel is Channel.SERVICE]
    assert service
    assert all((entry.setting, entry.media) == (None, None) for entry in service)


@pytest.mark.parametrize(
    ("title", "channel"),
    [("Plakat am Bahnhof", "poster"), ("suchanzeige", "advertising"), ("Phone call", "phone"), ("WhatsApp-Nachricht", "chat"),
     ("Newsletter auf der Website", "other"), ("Gespräch", "other"), ("", "other")],
)  # fmt: skip
def test_the_words_of_a_title_propose_a_channel_where_they_name_one(title: str, channel: str) -> None:
    assert proposed_channel(title) == channel
