"""Guesses on the wall as HTML: a line from 0 to 100 percent for each step, everybody's guess on it and what was measured."""

from collections.abc import Sequence

from journey.numbers.guesses import StepGuesses
from ui.state.words import safe, share, t


def steps(given: Sequence[StepGuesses], closest: Sequence[str]) -> str:
    """A row a step; below them who guessed nearest to the measured, where people have names."""
    rows = "".join(f"<li>{_name(one)}{_line(one)}{_said(one)}</li>" for one in given)
    names = f"<p class='j-closest'>{t('projector.closest', names=safe(', '.join(closest)))}</p>" if closest else ""
    return f"<div class='j-wall-cards j-steps'><ul>{rows}</ul>{names}</div>"


def _name(one: StepGuesses) -> str:
    return f"<span>{safe(one.before)} → <b>{safe(one.name)}</b></span>"


def _line(one: StepGuesses) -> str:
    dots = "".join(f"<i style='left: {guess:.1%}'></i>" for guess in one.shares)
    mark = f"<b style='left: {one.measured:.1%}'></b>" if one.measured is not None else ""
    return f"<span class='j-line'>{dots}{mark}</span>"


def _said(one: StepGuesses) -> str:
    middle = t("projector.middle", share=share(one.median or 0))
    told = f"<b>{t('projector.measured', share=share(one.measured))}</b>" if one.measured is not None else ""
    return f"<span>{middle} {told}</span>"
