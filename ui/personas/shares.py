"""How much of all customers each cluster and each segment is: a bar that adds up to the whole, or says what is missing."""

import streamlit as st

from journey.clusters import Cluster, clusters_of, total_share
from journey.model import Persona
from journey.palette import phase_colour
from ui.state import session
from ui.state.words import figure, safe, t

_WHOLE = 100


def bar() -> None:
    """The clusters side by side as wide as their shares, with what nobody is assigned to; below, the segments of each.
    While there is no cluster, each segment stands for itself."""
    personas = session.workshop().personas
    total = total_share(personas)
    clusters = clusters_of(session.workshop())
    if not any(cluster.name for cluster in clusters):
        if total is None:
            return
        clusters = tuple(Cluster(one.name or t("frame.unnamed"), (one,)) for one in personas)
    st.header(t("personas.shares"), anchor=False)
    total = total or 0.0
    if total > _WHOLE:
        st.warning(t("personas.shares_over", total=figure(total)), icon=":material/percent:")
    parts = [
        _part(cluster.share / max(total, _WHOLE), phase_colour(place) if cluster.name else "")
        for place, cluster in enumerate(clusters)
        if cluster.share
    ]
    if total < _WHOLE:
        parts.append(_part(1 - total / _WHOLE, "", " class='rest'"))
    rows = "".join(_row(cluster, phase_colour(place) if cluster.name else "") for place, cluster in enumerate(clusters))
    rest = t("personas.unassigned", share=figure(round(_WHOLE - total, 9)))
    left = f"<li class='rest'><i></i><b>{rest}</b></li>" if total < _WHOLE else ""
    st.html(
        f"<div class='j-shares' aria-hidden='true'>{''.join(parts)}</div><ul class='j-clusters'>{rows}{left}</ul>"
        f"<p class='j-quiet'>{t('personas.shares_total', total=figure(total))}</p>"
    )


def _part(share: float, colour: str, more: str = "") -> str:
    ground = f";background:{colour}" if colour else ""
    return f"<i style='width:{share * 100:.2f}%{ground}'{more}></i>"


def _row(cluster: Cluster, colour: str) -> str:
    ground = f" style='background:{colour}'" if colour else ""
    name = safe(cluster.name or t("personas.no_cluster"))
    stands_for_itself = [one.name for one in cluster.personas] == [cluster.name]
    who = "" if stands_for_itself else ", ".join(map(_segment, cluster.personas))
    share = t("personas.no_share") if cluster.share is None else t("personas.share", share=figure(cluster.share))
    return f"<li><i{ground}></i><b>{name}</b> · <span>{share}</span><br><span class='j-quiet'>{who}</span></li>"


def _segment(persona: Persona) -> str:
    name = safe(persona.name or t("frame.unnamed"))
    return name if persona.share is None else f"{name} ({t('notation.percent', number=figure(persona.share))})"
