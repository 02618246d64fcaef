"""Customers in clusters: segments that belong together, and how much of all customers they are (articles C and D)."""

from collections.abc import Iterable
from dataclasses import dataclass

from journey.model import Persona, Workshop


@dataclass(frozen=True)
class Cluster:
    """Segments with the same name of a cluster, written as the first of them writes it; "" holds those in none."""

    name: str
    personas: tuple[Persona, ...]

    @property
    def share(self) -> float | None:
        """The part of all customers in percent, as far as it is known; None where nothing is."""
        return total_share(self.personas)


def clusters_of(workshop: Workshop) -> tuple[Cluster, ...]:
    """The clusters in the order of their first segments; last those in none. Capitals make no difference."""
    found: dict[str, list[Persona]] = {}
    for persona in workshop.personas:
        found.setdefault(persona.cluster.casefold(), []).append(persona)
    rest = found.pop("", [])
    named = [Cluster(people[0].cluster, tuple(people)) for people in found.values()]
    return (*named, *([Cluster("", tuple(rest))] if rest else []))


def total_share(personas: Iterable[Persona]) -> float | None:
    """The part of all customers in percent that segments are together; None where none of them says it."""
    shares = [persona.share for persona in personas if persona.share is not None]
    return round(sum(shares), 9) if shares else None
