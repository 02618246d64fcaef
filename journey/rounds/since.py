"""What changed since the last round, in the words and rows that are taken home."""

from dataclasses import dataclass
from functools import cached_property

from journey.model import Emotion, Language, Round, Workshop
from journey.phases import model_of
from journey.rounds.comparing import RoundComparison, RoundState, compared
from journey.rounds.kept import kept_now, kept_of
from journey.rounds.opening import RoundLost, opened
from journey.texts import choice, number, percent, signed_points, text


@dataclass(frozen=True)
class SinceRound:
    """The round that was closed last beside today, told in a language. Rows are words of people and figures, not escaped."""

    round: Round
    found: RoundComparison
    language: Language

    @cached_property
    def called(self) -> tuple[str, str]:
        """What the two states are called: the round's name, and today."""
        return self.round.name or text("frame.untitled", self.language), self._said("today")

    @cached_property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """The journey's points in both states, where both are known, and how many cards changed."""
        before, after = (state.kept.score if state.kept else None for state in (self.found.older, self.found.newer))
        if before is None or after is None:
            return self.cards
        shown = [number(points, self.language) for points in (before, after)]
        return (self._said("points"), f"{' → '.join(shown)} ({signed_points(after - before)})"), *self.cards

    @cached_property
    def cards(self) -> tuple[tuple[str, str], ...]:
        """How many cards are new, gone, moved and reworded; those that are none are left out."""
        counts = self.found.card_counts
        return tuple(
            (self._said(f"cards_{name}"), number(count, self.language)) for name, count in counts.items() if count
        )

    @cached_property
    def felt(self) -> tuple[tuple[str, str, str, str], ...]:
        """Touchpoints that feel otherwise: title, before, today, difference."""
        titles = {each.id: each.title for each in self.found.newer.workshop.touchpoints}
        untitled = text("charts.map.untitled", self.language)
        return tuple(
            (
                titles[each.touchpoint] or untitled,
                self._score(each.before),
                self._score(each.after),
                signed_points(each.points),
            )
            for each in self.found.felt
        )

    @cached_property
    def steps(self) -> tuple[tuple[str, str, str, str], ...]:
        """Steps that were measured in both: phases, both rates, what can be said."""
        model = model_of(self.found.newer.workshop, self.language)
        return tuple(
            (
                f"{model.phase_name(each.previous)} → {model.phase_name(each.phase)}",
                percent(each.difference.first.rate, self.language, 1),
                percent(each.difference.second.rate, self.language, 1),
                each.words(self.language, *self.called),
            )
            for each in self.found.steps
        )

    @cached_property
    def findings(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What the critic finds newly, finds again, and finds no more: what it is called, and the titles."""
        found = self.found.findings
        if found is None:
            return ()
        parts = (("came", found.came), ("came_back", found.came_back), ("went", found.went))
        return tuple((self._said(name), tuple(each.title for each in held)) for name, held in parts if held)

    @property
    def is_anything(self) -> bool:
        """Whether anything changed that is told here."""
        return bool(self.cards or self.felt or self.steps or self.findings)

    def _said(self, name: str) -> str:
        return text(f"rounds.{name}", self.language)

    def _score(self, emotion: Emotion | None) -> str:
        return "–" if emotion is None else choice(emotion, self.language)


def since_last_round(workshop: Workshop, language: Language) -> SinceRound | None:
    """What changed since the round that was closed last; None without one, or where it cannot be read."""
    if not workshop.rounds:
        return None
    last = workshop.rounds[-1]
    try:
        then = opened(workshop, last)
    except RoundLost:
        return None
    earlier = [found for each in workshop.rounds[:-1] if (found := kept_of(each))]
    before = tuple(finding for each in earlier for finding in each.findings)
    older, newer = RoundState(then, kept_of(last), before), RoundState(workshop, kept_now(workshop, language))
    return SinceRound(last, compared(older, newer), language)
