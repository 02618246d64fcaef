"""Writes the sample workshops beside this file: `python -m sample_data.make_samples`, always the same bytes.

Everything in them is invented: firms, people, quotes and evidence by hand in content/*.toml, the counts by dice with a
fixed seed. Only the twelve events of the B2B example and their order are article D's.
"""

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from journey.model import FRAME, KINDS, Language, Workshop
from journey.phases import PhaseModel, built_in, examples, lever
from journey.texts import text
from sample_data.rounds import with_rounds

HERE = Path(__file__).parent
SEED = 20_260_701
PREFIXED = ("phase", "from_phase", "to_phase", "step")


def documents() -> Iterator[tuple[str, Workshop]]:
    """Every sample with its file name (without .json)."""
    for language in Language:
        yield f"b2b-software-{language.value}", example("b2b_software", "aida-plus", language)
    yield "baeckerei-de", example("bakery", "stranger-to-fan", Language.DE)
    for language in Language:
        for model in built_in(language):
            yield f"template-{model.id}-{language.value}", template(model, language)


def example(content: str, model_id: str, language: Language) -> Workshop:
    """A filled workshop from content/<content>.toml in one language."""
    data = tomllib.loads((HERE / "content" / f"{content}.toml").read_text("utf-8"))
    told = _in_language(data, language)
    model = next(model for model in built_in(language) if model.id == model_id)
    frame = {"id": "workshop", "language": language, "phase_model": model_id, **told.pop(FRAME)}
    told["counts"] = list(_counted(told["counts"], model))
    told["sources"].append(_confession(language))
    cards = {kind: [_card(kind, place, card, model) for place, card in enumerate(told[kind], 1)] for kind in told}
    order = {phase.id: place for place, phase in enumerate(model.phases)}
    cards["touchpoints"].sort(key=lambda card: order[card["phase"]])
    for place, card in enumerate(cards["touchpoints"], 1):
        card["rank"] = place
    earlier = tomllib.loads((HERE / "content" / f"{content}_rounds.toml").read_text("utf-8"))["rounds"]
    return with_rounds(
        Workshop.model_validate({FRAME: frame, **cards}), _in_language(earlier, language), model, language
    )


def template(model: PhaseModel, language: Language) -> Workshop:
    """An empty workshop whose phase notes ask what to think about."""
    notes = [
        {"id": f"note-{place:02}", "rank": place, "phase": phase.id, "note": _prompt(model, phase.id, language)}
        for place, phase in enumerate(model.phases, 1)
    ]
    frame = {
        "id": "workshop",
        "language": language,
        "phase_model": model.id,
        "title": text("samples.template.workshop", language, model=model.name),
    }
    return Workshop.model_validate({FRAME: frame, "phase_notes": notes})


def _prompt(model: PhaseModel, phase_id: str, language: Language) -> str:
    phase = model.phase(phase_id)
    asked = phase.question if phase else ""
    key = "own_question" if model.own_questions else "question"
    told = {key: asked, "examples": examples(model, phase_id), "lever": lever(model, phase_id)}
    return "\n".join(text(f"samples.prompt.{name}", language, words=words) for name, words in told.items() if words)


def _in_language(value: Any, language: Language) -> Any:
    """The data with everything that is said in every language replaced by the words of one."""
    if isinstance(value, dict):
        if set(value) == set(Language):
            return value[language.value]
        return {key: _in_language(inner, language) for key, inner in value.items()}
    return [_in_language(inner, language) for inner in value] if isinstance(value, list) else value


def _card(kind: str, place: int, card: dict[str, Any], model: PhaseModel) -> dict[str, Any]:
    """A card as the document wants it: an id, a rank, phases with their model's name in front."""
    renamed = {"from": "from_phase", "to": "to_phase"}
    fields = {renamed.get(key, key): value for key, value in card.items() if key != "event"}
    fields |= {key: f"{model.id}.{fields[key]}" for key in PREFIXED if key in fields}
    if "differs" in fields:
        fields["persona_emotions"] = [{"persona": who, "emotion": score} for who, score in fields.pop("differs")]
    unknown = set(fields) - set(KINDS[kind].model_fields)
    if unknown:
        raise ValueError(f"{kind} {place}: unknown fields {sorted(unknown)}")
    return {"id": f"{kind.replace('_', '-')}-{place:02}", "rank": place, **fields}


def _counted(counts: dict[str, Any], model: PhaseModel) -> Iterator[dict[str, Any]]:
    """Counts per period and phase: each invented person goes on with the step's chance or leaves."""
    dice = random.Random(SEED)  # noqa: S311 - invented figures need to be repeatable, not secret
    for period in counts["periods"]:
        left = period["people"]
        stays = dict(enumerate(period.get("days", ())))
        for place, (phase, chance) in enumerate(zip(model.phases, [*counts["chances"], 0.0], strict=True)):
            stay = {"days": stays[place]} if place in stays else {}
            yield {"phase": phase.id.removeprefix(f"{model.id}."), "period": period["name"], "count": left, **stay}
            left = sum(dice.random() < chance for _ in range(left))


def _confession(language: Language) -> dict[str, Any]:
    """The source card that says in the workshop itself that its data are invented."""
    title, note = (text(f"samples.invented.{field}", language) for field in ("title", "note"))
    return {"id": "invented", "kind": "assumption", "title": title, "note": note}


def write(folder: Path = HERE) -> None:
    """Write every sample into a folder."""
    for name, workshop in documents():
        (folder / f"{name}.json").write_text(workshop.to_json(), "utf-8", newline="\n")


if __name__ == "__main__":
    write()
