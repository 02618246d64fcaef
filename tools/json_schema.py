"""The JSON Schema of the document, for programs that write or read it. `python -m tools.json_schema` writes it anew."""

import json
from pathlib import Path

from journey.model import FORMAT_VERSION, Workshop

SCHEMA = Path(__file__).parents[1] / "docs" / "workshop.schema.json"


def schema() -> str:
    """The schema as it is to stand in the docs."""
    made = Workshop.model_json_schema()
    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Journey workshop",
        "description": f"A customer-journey workshop as its app saves it, format {FORMAT_VERSION}.",
    }
    return (
        json.dumps({**about, **{k: v for k, v in made.items() if k not in about}}, ensure_ascii=False, indent=2) + "\n"
    )


if __name__ == "__main__":
    SCHEMA.write_text(schema(), "utf-8")
    print(f"Written: {SCHEMA}")
