"""States of the open workshop: how it stands today, and how it stood at the end of each round."""

from journey.live import ExerciseKind, voted
from journey.model import Round, Workshop
from journey.numbers.comparison import portion_of
from journey.rounds import Kept, KeptStep, KeptVote, RoundState, kept_now, kept_of, opened
from ui.state import event_log, session, worked_out
from ui.state.words import apart, t

TODAY = "today"
"""What stands for today's state, where rounds stand by their ids."""


def names() -> dict[str, str]:
    """What every state is called, by its round's id, today last."""
    return apart({each.id: each.name for each in session.workshop().rounds}) | {TODAY: t("rounds.today")}


def round_of(which: str) -> Round | None:
    """The round with this id; None for today."""
    found = session.workshop().find(which)
    return found if isinstance(found, Round) else None


def as_it_was(closed: Round, beside: Round | None = None) -> Workshop:
    """The workshop as the round froze it; quicker where it rests on the round `beside`. RoundLost."""
    workshop = session.workshop()
    known = {beside.id: as_it_was(beside)} if beside else {}
    return worked_out.kept("round", (closed.id,), lambda: opened(workshop, closed, known))


def state_of(which: str, beside: str = TODAY) -> RoundState:
    """A round, or today; quicker for a round that rests on the one `beside`. RoundLost."""
    closed = round_of(which)
    if closed is None:
        return RoundState(session.workshop(), kept_today(), _findings_before(None))
    return RoundState(as_it_was(closed, round_of(beside)), kept(closed), _findings_before(closed))


def kept(closed: Round) -> Kept | None:
    """What a round kept beside the document."""
    return worked_out.kept("round-kept", (closed.id,), lambda: kept_of(closed))


def kept_today() -> Kept:
    """What there is to keep today: what the critic says, the steps of the open log, votes that were revealed."""
    workshop, language, steps, votes = session.workshop(), session.language(), logged_steps(), room_votes()
    return worked_out.kept(
        "kept-today", (language, steps, votes), lambda: kept_now(workshop, language, steps, votes)
    )  # fmt: skip


def logged_steps() -> tuple[KeptStep, ...]:
    """The steps of the log that this tab has open; none without one."""
    counted = event_log.measured(event_log.query())
    if counted is None:
        return ()
    found = ((stage, portion_of(stage, counted)) for stage in counted.counted if stage.previous)
    return tuple(
        KeptStep(previous=stage.previous or "", phase=stage.phase_id, went_on=portion.successes, people=portion.trials)
        for stage, portion in found
        if portion
    )


def room_votes() -> tuple[KeptVote, ...]:
    """What live rooms gave dots to, as far as it was revealed; without what nobody chose."""
    records = session.store().rooms.records(session.workshop().frame.id)
    shown = (state for record in records for state in record.state().exercises.values() if not state.exercise.hides)
    return tuple(
        KeptVote(question=state.exercise.question, words=options[each.option], dots=each.votes)
        for state in shown
        if state.exercise.kind is ExerciseKind.VOTE
        for options in [{option.id: option.words for option in state.exercise.options}]
        for each in voted(state)
        if each.votes
    )


def _findings_before(closed: Round | None) -> tuple:  # type: ignore[type-arg]
    rounds = session.workshop().rounds
    until = rounds if closed is None else rounds[: rounds.index(closed)]
    return tuple(finding for each in until if (found := kept(each)) for finding in found.findings)
