"""The fields of a portrait: looks to choose from pictures, and a picture of one's own."""

from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from journey.editing import put, revise
from journey.model import Look, Persona
from journey.portraits.drawing import example, portrait
from journey.portraits.looks import GROUPS, chosen, next_seed, with_look
from ui.kit import controlled, fields
from ui.kit.controlled import Field
from ui.kit.fields import Slot
from ui.state import session
from ui.state.session import Saving
from ui.state.words import plain, t, word


@dataclass
class _Uploads:
    """Why a picture could not be taken, by persona."""

    problems: dict[str, str] = field(default_factory=dict)


def photo(slot: Slot) -> None:
    """The portrait as it is, and a picture of one's own in place of the drawn face."""
    persona = slot.entity
    if not isinstance(persona, Persona):
        return
    with st.container(horizontal=True, vertical_alignment="center", key=f"{slot.place}-portrait-{persona.id}"):
        st.html(f"<div class='j-persona'>{portrait(persona)}</div>", width="content")
        if persona.photo:
            st.button(
                t("portraits.no_photo"), key=f"{slot.key}:remove", icon=":material/hide_image:",
                on_click=_without_photo, args=(persona.id,),
            )  # fmt: skip
        else:
            st.button(
                t("portraits.other"), key=f"{slot.place}:face:{persona.id}", icon=":material/casino:",
                help=t("portraits.other_help"), on_click=_other, args=(persona.id,),
            )  # fmt: skip
    if not persona.photo:
        _uploader(slot, persona)


def looks(slot: Slot) -> None:
    """What can be chosen of a drawn face, each choice as a picture with its name; a second click takes it back."""
    if isinstance(slot.entity, Persona) and not slot.entity.photo:
        for group in GROUPS:
            _group(slot, group)


def _uploader(slot: Slot, persona: Persona) -> None:
    from journey.exchange.photos import LARGEST_PHOTO

    key = f"{slot.key}:upload"
    widget = f"{key}:{session.generation(key)}"
    st.file_uploader(
        t("portraits.upload"), type=["jpg", "jpeg", "png", "webp"], key=widget, help=t("portraits.upload_help"),
        max_upload_size=LARGEST_PHOTO // 1024**2, on_change=_upload, args=(persona.id, key, widget),
    )  # fmt: skip
    if problem := session.of_workshop(_Uploads).problems.get(persona.id):
        st.error(problem, icon=":material/error:")


def _group(slot: Slot, group: str) -> None:
    words = t(f"portraits.{group}")

    def widget(value: Look | None, **bound: object) -> None:
        st.pills(words, GROUPS[group], default=value, format_func=_pictured, wrap=True, **bound)  # type: ignore[call-overload]

    one = Field(
        f"{slot.key}:{group}", partial(_chosen, slot, group), partial(_choose, slot, group), words,
        cards=(slot.entity.id,), show=lambda look: word(look) if look else "",
    )  # fmt: skip
    controlled.draw(one, widget)


def _pictured(look: Look) -> str:
    return f"![]({example(look)}) {plain(word(look))}"


def _chosen(slot: Slot, group: str) -> Look | None:
    held = slot.held
    return chosen(held, group) if isinstance(held, Persona) else None


def _choose(slot: Slot, group: str, look: Look | None) -> Saving:
    held = slot.held
    if not isinstance(held, Persona):
        return Saving.NOTHING
    return fields.saved(slot, revise(held, looks=with_look(held, group, look)))


def _other(persona_id: str) -> None:
    persona = session.workshop().persona(persona_id)
    if persona:
        held = [other.avatar for other in session.workshop().personas]
        session.commit(put(session.workshop(), revise(persona, avatar=next_seed([*held, persona.avatar]))))


@session.to_its_end
def _upload(persona_id: str, key: str, widget: str) -> None:
    from journey.exchange import UnreadableFile
    from journey.exchange.photos import small_photo

    problems, file = session.of_workshop(_Uploads).problems, session.value(widget)
    problems.pop(persona_id, None)
    persona = session.workshop().persona(persona_id)
    if file is None or persona is None:
        return
    try:
        taken = small_photo(file.getvalue())
    except UnreadableFile as error:
        problems[persona_id] = plain(error.message(session.language()))
        return
    session.commit(put(session.workshop(), revise(persona, photo=taken)))
    session.renew(key)


def _without_photo(persona_id: str) -> None:
    persona = session.workshop().persona(persona_id)
    if persona:
        session.commit(put(session.workshop(), revise(persona, photo="")))
