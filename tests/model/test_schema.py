"""The published schema says what the document is: a reader of schemas takes what the app writes and refuses what it refuses."""

import json

import pytest
from jsonschema import Draft202012Validator, ValidationError

from journey.samples import load_sample, samples
from tools.json_schema import SCHEMA, schema

READER = Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def test_the_published_schema_is_that_of_the_model() -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "python -m tools.json_schema"


def test_every_sample_fits_the_schema() -> None:
    for sample in samples():
        READER.validate(json.loads(load_sample(sample.id).to_json()))


@pytest.mark.parametrize(
    "wrong", [{"frame": {}}, {"nobody": 1}, {"touchpoints": [{"id": "t1", "title": "without a phase"}]}]
)
def test_what_is_no_workshop_does_not_fit(wrong: dict[str, object]) -> None:
    document = {**json.loads(load_sample("baeckerei-de").to_json()), **wrong}
    with pytest.raises(ValidationError):
        READER.validate(document)
