"""How much of all customers each cluster and each segment is: a bar that adds up to the whole, or says what is missing."""

from collections.abc import Iterator, Sequence

import streamlit as st

from journey.clusters import Cluster, clusters_of, total_share
from journey.model import Persona
from journey.palette import SLATE, phase_colour
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
    drawn = "".join(
        f"<i style='width:{cluster.share / max(total, _WHOLE) * 100:.2f}%;background:{colour}'></i>"
        for cluster, colour in _coloured(clusters)
        if cluster.share
    )
    rows = "".join(_row(cluster, colour) for cluster, colour in _coloured(clusters))
    if total < _WHOLE:
        drawn += f"<i style='width:{_WHOLE - total:.2f}%' class='rest'></i>"
        rest = t("personas.unassigned", share=figure(round(_WHOLE - total, 9)))
        rows += f"<li class='rest'><i></i><b>{rest}</b></li>"
    st.html(
        f"<div class='j-shares' aria-hidden='true'>{drawn}</div><ul class='j-clusters'>{rows}</ul>"
        f"<p class='j-quiet'>{t('personas.shares_total', total=figure(total))}</p>"
    )


def _coloured(clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, str]]:
    """Clusters with a hue each; those in none are grey."""
    for place, cluster in enumerate(clusters):
        yield cluster, phase_colour(place) if cluster.name else SLATE


def _row(cluster: Cluster, colour: str) -> str:
    name = safe(cluster.name or t("personas.no_cluster"))
    stands_for_itself = [one.name for one in cluster.personas] == [cluster.name]
    who = "" if stands_for_itself else ", ".join(map(_segment, cluster.personas))
    share = t("personas.no_share") if cluster.share is None else t("personas.share", share=figure(cluster.share))
    return (
        f"<li><i style='background:{colour}'></i><b>{name}</b> · <span>{share}</span><br>"
        f"<span class='j-quiet'>{who}</span></li>"
    )


def _segment(persona: Persona) -> str:
    name = safe(persona.name or t("frame.unnamed"))
    return name if persona.share is None else f"{name} ({t('notation.percent', number=figure(persona.share))})"
