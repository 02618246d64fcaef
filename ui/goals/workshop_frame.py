"""The workshop's frame: title, organisation, language, scope, tags."""

import streamlit as st

from journey.model import Language, Scope
from ui.kit import fields
from ui.kit.fields import Slot
from ui.state import session
from ui.state.words import t


def form() -> None:
    """The frame's fields; each saves itself."""
    frame = session.workshop().frame
    fields.line(Slot("frame", frame, "title", placeholder=t("start.title_hint")))
    fields.line(Slot("frame", frame, "organisation", placeholder=t("goals.organisation_hint")))
    fields.segments(Slot("frame", frame, "scope", help=t("goals.scope_help")), list(Scope))
    language, currency = st.columns(2)
    with language:
        fields.segments(Slot("frame", frame, "language", help=t("goals.language_help")), list(Language))
    with currency:
        fields.line(Slot("frame", frame, "currency"))
    fields.area(Slot("frame", frame, "company_values", help=t("goals.values_help"), placeholder=t("goals.values_hint")))
    fields.toggle(Slot("frame", frame, "well_known_brand", help=t("goals.brand_help")))
    fields.area(Slot("frame", frame, "tags", help=t("goals.tags_help"), placeholder=t("goals.tags_hint")))
