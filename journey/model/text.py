"""Text and numbers as fields of the document hold them."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from journey.model.cleaning import LINE_LIMIT, NUMBER_LIMIT, TEXT_LIMIT, clean_line, clean_number, clean_text

Line = Annotated[str, BeforeValidator(clean_line), Field(max_length=LINE_LIMIT)]
"""One line of text, at most 200 characters."""

Text = Annotated[str, BeforeValidator(clean_text), Field(max_length=TEXT_LIMIT)]
"""Text with line breaks, at most 5,000 characters. Lists (pain points, values, …) hold one item a line."""

Number = Annotated[float, Field(ge=-NUMBER_LIMIT, le=NUMBER_LIMIT, allow_inf_nan=False), AfterValidator(clean_number)]
"""A finite number of at most 15 significant digits, up to a million millions."""
