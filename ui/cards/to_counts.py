"""The way to where people type how many reached each phase."""

from ui.kit.rooms import named
from ui.state.words import t


def draw(words: str = "type") -> None:
    """A link to the funnel of the map; `words` is what it says, of `funnel.to_counts`."""
    named("map").link(label=t(f"funnel.to_counts.{words}"), icon=":material/filter_alt:", query={"view-map": "funnel"})
