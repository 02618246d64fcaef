"""Scores, guesses, votes and opinions of the room as the workshop keeps them, each with what is behind it."""

from collections.abc import Mapping

from journey.editing import revise
from journey.live.acts import Opinion
from journey.live.results import FeltSpread, OptionVotes, felt, guessed, opinions, voted
from journey.live.take_over.said import card_called, line_at
from journey.live.take_over.taking import TakeOver, id_of
from journey.model import LINE_LIMIT, FindingAnswer, Persona, PersonaEmotion, Touchpoint, Verdict
from journey.texts import number, text


def felt_as(taking: TakeOver) -> None:
    """The median becomes the emotion, for all or for a persona; how far the room was apart stays in the citation."""
    for spread in felt(taking.state):
        card = taking.find(spread.touchpoint)
        if not isinstance(card, Touchpoint) or not taking.is_chosen(card.id):
            continue
        if not spread.persona:
            taking.write_bare(revise(card, emotion=spread.emotion))
            taking.cite(card.id, "emotion", _spread(taking, spread))
        elif isinstance(persona := taking.find(spread.persona), Persona):
            others = [each for each in card.persona_emotions if each.persona != persona.id]
            own = PersonaEmotion(persona=persona.id, emotion=spread.emotion)
            taking.write_bare(revise(card, persona_emotions=(*others, own)))
            taking.cite(card.id, "persona_emotions", _spread(taking, spread, persona.name), persona.id)


def guessed_as(taking: TakeOver, names: Mapping[str, str]) -> None:
    """The guesses become blind estimates, which the page of the numbers shows beside the measured."""
    for guess in guessed(taking.state, names):
        if taking.is_chosen(guess.phase):
            fields = {"id": id_of(taking.exercise.id, guess.id), "rank": taking.rank("guesses")}
            held = taking.workshop.find(str(fields["id"]))
            taking.write_bare(held or revise(guess, **fields))


def voted_for(taking: TakeOver) -> None:
    """What the room voted for gets its votes as a remark, where it is a card of the workshop, or a line of one."""
    results = voted(taking.state)
    options = {option.id: option for option in taking.exercise.options}
    for option in results:
        card = taking.workshop.find(option.option) or taking.workshop.find(id_of("card", option.option))
        field, said = "", _votes(taking, option, len(results))
        if card is None:
            words = options[option.option].words
            place = options[option.option].place
            card, field = line_at(taking.workshop, words, place)
            if card is None:
                card = card_called(taking.workshop, words, place)
            elif len(words) + len(said) < LINE_LIMIT:
                said = f"{words}: {said}"
        if card is not None and option.votes and taking.is_chosen(option.option):
            taking.cite(card.id, field, said, about=option.option if field else "")


def _votes(taking: TakeOver, option: OptionVotes, of: int) -> str:
    figures = {"votes": option.votes, "place": option.place, "of": of}
    words = {name: number(figure, taking.language) for name, figure in figures.items()}
    return text("live.votes_tied" if option.tied else "live.votes", taking.language, **words)


def agreed(taking: TakeOver) -> None:
    """An answer to the finding where more agree than disagree (accepted), or fewer (dismissed); none where as many do."""
    finding, given = taking.exercise.finding, opinions(taking.state)
    yes, no = given[Opinion.AGREE], given[Opinion.DISAGREE]
    if finding is None or yes == no:
        return
    words = {opinion.value: number(count, taking.language) for opinion, count in given.items()}
    answer_id = id_of("answer", taking.exercise.id)
    held = taking.workshop.find(answer_id)
    taking.write_bare(
        FindingAnswer(
            id=answer_id,
            rank=held.rank if held else taking.rank("answers"),
            rule=finding.rule,
            subject=finding.subject,
            verdict=Verdict.ACCEPTED if yes > no else Verdict.DISMISSED,
            reason=text("live.opinions", taking.language, **words),
            evidence=finding.evidence,
        )
    )


def _spread(taking: TakeOver, spread: FeltSpread, persona: str = "") -> str:
    counts = " · ".join(f"{score:+d}: {count}" for score, count in spread.counts.items() if count)
    figures = {"median": number(spread.median, taking.language), "counts": counts}
    minus = {name: words.replace("-", "\N{MINUS SIGN}") for name, words in figures.items()}
    said = text("live.spread", taking.language, **minus)
    return f"{persona[:80]}: {said}" if persona else said
