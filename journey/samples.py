"""The sample workshops that open with one click: complete examples, a flawed one to practise on, empty templates.

They lie as JSON files in sample_data/ beside the package, written by sample_data/make_samples.py.
"""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from journey.model import Language
from journey.phases.articles import entries
from journey.texts import text

if TYPE_CHECKING:
    from journey.model import Workshop

FOLDER = Path(__file__).parent.parent / "sample_data"


class SampleKind(StrEnum):
    """EXAMPLE is to look at, FLAWED to find its faults, TEMPLATE to begin with."""

    EXAMPLE = "example"
    FLAWED = "flawed"
    TEMPLATE = "template"


class UnknownSample(KeyError):
    """There is no sample of this name."""


@dataclass(frozen=True)
class Sample:
    """A sample workshop. `language` is that of its contents; `model` is its phase model's id."""

    id: str
    kind: SampleKind
    language: Language
    model: str

    @property
    def file(self) -> Path:
        """Where its JSON lies."""
        return FOLDER / f"{self.id}.json"

    def title(self, language: Language) -> str:
        """What to call it in a language of the interface."""
        if self.kind is SampleKind.TEMPLATE:
            key = "title" if language is self.language else "title_other"
            return text(f"samples.template.{key}", language, model=_model_name(self.model, language)[0])
        return text(f"samples.{self.id}.title", language)

    def summary(self, language: Language) -> str:
        """One sentence on what is in it, in a language of the interface."""
        if self.kind is SampleKind.TEMPLATE:
            return text("samples.template.summary", language, count=_model_name(self.model, language)[1])
        return text(f"samples.{self.id}.summary", language)


def samples(language: Language | None = None) -> tuple[Sample, ...]:
    """Every sample, examples first; with a language only those whose contents are in it."""
    known = (
        *(Sample(f"b2b-software-{each}", SampleKind.EXAMPLE, each, "aida-plus") for each in Language),
        Sample("baeckerei-de", SampleKind.FLAWED, Language.DE, "stranger-to-fan"),
        *(
            Sample(f"template-{model['id']}-{each}", SampleKind.TEMPLATE, each, model["id"])
            for each in Language
            for model in entries()
        ),
    )
    return tuple(sample for sample in known if language in (None, sample.language))


def load_sample(sample_id: str) -> "Workshop":
    """A sample's workshop, its frame's id "workshop". UnknownSample for a name that `samples` does not list."""
    sample = next((sample for sample in samples() if sample.id == sample_id), None)
    if sample is None:
        raise UnknownSample(sample_id)
    from journey.model import Workshop

    return Workshop.from_json(sample.file.read_bytes())


def _model_name(model_id: str, language: Language) -> tuple[str, int]:
    model = next(model for model in entries() if model["id"] == model_id)
    return model["name"][language], len(model["phases"])
