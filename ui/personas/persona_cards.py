"""Persona cards, large enough for a projector."""

import streamlit as st

from journey.editing import next_rank
from journey.model import Persona, lines, new_id
from journey.portraits.drawing import portrait
from journey.portraits.looks import first_seed
from ui.cards import citations, critic
from ui.kit import open_card
from ui.kit.lines import add_line
from ui.personas import shares
from ui.state import session
from ui.state.words import figure, safe, t, word


def gallery() -> None:
    """All personas side by side, and a line to add one."""
    personas = session.workshop().personas
    st.caption(t("personas.help"))
    if not personas:
        st.info(t("personas.none"), icon=":material/group_add:")
    with st.grid("auto", min_column_width=440, gap="medium"):
        for persona in personas:
            _card(persona)
    add_line("personas.add", "add-persona", _fresh, then=lambda made: open_card.show(made.id))
    shares.bar()


def _card(persona: Persona) -> None:
    with st.container(border=True, height="stretch", key=f"persona-{persona.id}"):
        st.html(_face(persona))
        st.space("stretch")
        with st.container(horizontal=True):
            for key, words, icon, field in (
                ("edit", "frame.edit", "edit", ""),
                ("face", "portraits.choose", "face", "looks"),
            ):
                st.button(
                    t(words), key=f"{key}:{persona.id}", icon=f":material/{icon}:", type="tertiary" if field else "secondary",
                    on_click=open_card.clicked, args=(persona.id, field),
                )  # fmt: skip


def _face(persona: Persona) -> str:
    name = safe(persona.name or t("frame.unnamed"))
    under = " · ".join(safe(words) for words in (persona.segment, persona.cluster, persona.career_level) if words)
    head = (
        f"<div class='j-persona'>{portrait(persona)}<div><h3>{name}</h3>"
        f"<span class='j-quiet'>{under}</span>{_share(persona)}</div></div>"
    )
    quote = f"<p class='j-quote'>{t('personas.quoted', quote=safe(persona.quote))}</p>" if persona.quote else ""
    lists = "".join(
        f"<div><h4>{t(f'fields.personas.{field}')}</h4>{_items(getattr(persona, field))}</div>"
        for field in ("demographics", "goals", "motives", "pains", "values")
        if getattr(persona, field)
    )
    channels = "".join(f"<span class='j-chip'>{safe(word(channel))}</span>" for channel in persona.channels)
    reach = f"<h4>{t('fields.personas.channels')}</h4>{channels}" if channels else ""
    return f"<div class='j-card'>{critic.chip(persona.id)}{head}{quote}<div class='j-two'>{lists}</div>{reach}{_evidence(persona)}</div>"


def _share(persona: Persona) -> str:
    if persona.share is None:
        return ""
    words = t("personas.share", share=figure(persona.share))
    return f"<div class='j-bar'><i style='width:{persona.share:.1f}%'></i></div><span class='j-quiet'>{words}</span>"


def _items(text: str) -> str:
    items = lines(text)
    if len(items) == 1:
        return f"<p>{safe(items[0])}</p>"
    return f"<ul>{''.join(f'<li>{safe(item)}</li>' for item in items)}</ul>"


def _evidence(persona: Persona) -> str:
    names = citations.names(persona.id)
    words = safe(", ".join(names)) if names else t("personas.rests_on_nothing")
    return f"<h4>{t('citations.heading')}</h4><p class='j-quiet'>{words}</p>"


def _fresh(name: str) -> Persona:
    held = session.workshop().personas
    face = first_seed([other.avatar for other in held], name)
    return Persona(id=new_id(), rank=next_rank(held), name=name, avatar=face)
