"""The limits of the rules, one rule at a time: what holds, where it comes from, what the team sets instead; and rules that
it does without."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from journey.critic import RULE_LIMITS, RULES, LimitUnit, RuleLimit, limits_of, silenced_rules
from journey.editing import next_rank, put, remove
from journey.model import TEXT_LIMIT, OwnLimit, SilencedRule
from journey.roles import Right
from ui.kit import fields, lines
from ui.kit.controlled import Refused
from ui.kit.fields import Slot
from ui.kit.tables import table
from ui.state import session
from ui.state.words import figure, plain, safe, share, t

_LIMITED = tuple(dict.fromkeys(rule for limit in RULE_LIMITS for rule in limit.rules))


def draw() -> None:
    """A rule to choose with its fields, then all limits as a table."""
    st.header(t("limits.heading"), anchor=False)
    st.caption(t("limits.help"))
    if not session.may(Right.EDIT):
        st.caption(t("limits.only_read"))
    others = [rule.id for rule in RULES if rule.id not in _LIMITED]
    rule = st.selectbox(
        t("limits.which"), [*_LIMITED, *others], format_func=rule_name, key="limits-rule", persist_state="session", width=520,
    )  # fmt: skip
    with st.container(border=True, key="limits-of-rule"):
        _rule(rule)
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.subheader(t("limits.table"), anchor=False, width="content")
        if session.workshop().limits:
            st.button(
                t("limits.reset_all"), key="limits-reset-all", icon=":material/restart_alt:", on_click=_reset_all,
                disabled=not session.may(Right.EDIT),
            )  # fmt: skip
    st.html(_all())


def rule_name(rule: str) -> str:
    """What a rule is called."""
    return t(f"critic.{rule.replace('-', '_')}.called")


def switched_off() -> None:
    """Which rules are switched off, with the way to them; nothing where none is."""
    known = {rule.id for rule in RULES}
    names = [rule_name(rule) for rule in silenced_rules(session.workshop()) if rule in known]
    if names:
        with st.container(horizontal=True, vertical_alignment="center", key="switched-off"):
            st.caption(t("limits.on_findings", rules=", ".join(names)))
            st.button(
                t("limits.to_limits"), key="to-limits", type="tertiary", icon=":material/tune:", on_click=_to_limits
            )


def _to_limits() -> None:
    session.set_value("view-analysis", "limits")


def _rule(rule: str) -> None:
    st.subheader(rule_name(rule), anchor=False)
    asked = [limit for limit in RULE_LIMITS if rule in limit.rules]
    for limit in asked:
        _limit(limit)
    if not asked:
        st.caption(t("limits.no_limits"))
    _switch(rule)


def _limit(limit: RuleLimit) -> None:
    held = _held(limit.name)
    entity = held or OwnLimit(id=f"limit.{limit.name}", rank=next_rank(session.workshop().limits), name=limit.name)
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"limit-{limit.name}"):
        with st.container(width=520):
            slot = Slot(
                "limits", entity, "value", "limits", label=_name(limit), placeholder=_words(limit, limit.default),
                help=_source(limit), fresh=held is None,
            )  # fmt: skip
            fields.number(slot, _read(limit))
        if held and held.value is not None:
            st.button(
                t("limits.reset"), key=f"limit-reset:{limit.name}", icon=":material/undo:", type="tertiary",
                on_click=_reset, args=(limit.name,), disabled=not session.may(Right.EDIT),
            )  # fmt: skip


def _read(limit: RuleLimit) -> Callable[[str], float | None]:
    """Reads what is typed for a limit. Refused where it does not take that."""

    def read(typed: str) -> float | None:
        value = fields.read_number(typed)
        if value is not None and not limit.takes(value):
            words = "whole" if limit.measure is LimitUnit.COUNT else "does_not_take"
            raise Refused(t(f"limits.{words}", low=figure(limit.low), high=figure(limit.high)))
        return value

    return read


def _held(name: str) -> OwnLimit | None:
    return next((one for one in session.workshop().limits if one.name == name), None)


def _reset(name: str) -> None:
    session.commit(remove(session.workshop(), *(one.id for one in session.workshop().limits if one.name == name)))


def _reset_all() -> None:
    session.commit(remove(session.workshop(), *(one.id for one in session.workshop().limits)), "reset_limits")


def _switch(rule: str) -> None:
    """The rule is switched off with a reason, and on again."""
    reason, key = silenced_rules(session.workshop()).get(rule), f"silence-reason:{rule}"
    may = session.may(Right.EDIT)
    if reason is not None:
        st.html(
            f"<p><b>{safe(t('limits.silenced', rule=rule_name(rule)))}</b><br>{safe(t('limits.because', reason=reason))}</p>"
        )
        st.button(
            t("limits.on_again"), key=f"silence-off:{rule}", icon=":material/notifications_active:", on_click=_speak, args=(rule,),
            disabled=not may,
        )  # fmt: skip
        return
    asked = st.popover(
        t("limits.silence"), icon=":material/notifications_off:", key=f"silence:{rule}", on_change="rerun", disabled=not may,
    )  # fmt: skip
    if not asked.open:
        return
    with asked:
        lines.entry(
            partial(st.text_input, max_chars=TEXT_LIMIT, width=420), t("limits.reason"), key, placeholder=t("limits.reason_hint")
        )  # fmt: skip
        st.button(t("limits.silence_now"), key=f"silence-now:{rule}", on_click=_silence, args=(rule, key))


def _silence(rule: str, key: str) -> None:
    reason = str(session.value(key) or "").strip()
    if not reason:
        st.toast(t("limits.needs_reason"), icon=":material/error:")
        return
    if rule in silenced_rules(session.workshop()):
        return
    workshop = session.workshop()
    fresh, rank = workshop.id_for("silenced", rule), next_rank(workshop.silenced)
    if session.commit(put(workshop, SilencedRule(id=fresh, rank=rank, rule=rule, reason=reason))):
        lines.used(key)


def _speak(rule: str) -> None:
    session.commit(remove(session.workshop(), *(one.id for one in session.workshop().silenced if one.rule == rule)))


def _all() -> str:
    """Every limit, a row each."""
    limits, silent = limits_of(session.workshop()), silenced_rules(session.workshop())
    head = (t("limits.rule"), t("limits.limit"), t("limits.of_default"), t("limits.of_team"), t("limits.source"))
    rows = []
    for limit in RULE_LIMITS:
        named = (
            safe(rule_name(rule)) + (f" <span class='j-chip'>{t('limits.off')}</span>" if rule in silent else "")
            for rule in limit.rules
        )
        own = limits.own.get(limit.name)
        rows.append(
            (
                "<br>".join(named),
                safe(_name(limit)),
                safe(_words(limit, limit.default)),
                "–" if own is None else f"<b>{safe(_words(limit, own))}</b>",
                safe(_source(limit)),
            )
        )
    return table(t("limits.table"), head, rows, wide=True)


def _name(limit: RuleLimit) -> str:
    return t(f"limits.name.{limit.name.replace('-', '_')}")


def _source(limit: RuleLimit) -> str:
    return plain(t("limits.article", letter=limit.article) if limit.article else t("limits.own"))


def _words(limit: RuleLimit, value: float) -> str:
    if limit.measure is LimitUnit.SHARE:
        return share(value / 100, 0 if value == int(value) or value == limit.default else 1)
    if limit.measure is LimitUnit.COUNT:
        return figure(value)
    if limit.measure is LimitUnit.POINTS:
        return t(f"limits.points.{'one' if value == 1 else 'many'}", count=figure(value))
    return t("limits.times", value=figure(value))
