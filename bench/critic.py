"""The critic on a map of 2,000 touchpoints, beside the time that reading and validating the same document takes.

The two sides alternate within one run, and medians are compared. `python -m bench.critic [touchpoints] [rounds]`.
"""

import sys
from collections import deque
from functools import partial
from itertools import pairwise

from bench.exchange import a_large_workshop, alternating
from journey.critic import RULES, Examination, Rule, findings
from journey.model import Ask, Campaign, Friction, Language, PhaseCount, Relation, RelationKind, Workshop
from journey.phases import model_of

TOUCHPOINTS, ROUNDS = 2_000, 9
SLOWEST = 5


def a_busy_workshop(count: int) -> Workshop:
    """A workshop of which every rule has something to read: relations, campaigns, counts and hurdles too."""
    workshop = a_large_workshop(count)
    phases = [phase.id for phase in model_of(workshop, Language.EN).phases]
    kinds, asks = tuple(RelationKind), tuple(Ask)
    ids = [touchpoint.id for touchpoint in workshop.touchpoints]
    relations = [
        Relation(id=f"r{n}", rank=n, source=source, target=target, kind=kinds[n % len(kinds)])
        for n, (source, target) in enumerate([*pairwise(ids), *zip(ids, ids[7:], strict=False)])
    ]
    campaigns = [
        Campaign(
            id=f"c{n}", rank=n, title=f"Campaign {n}", from_phase=phases[n % 6], to_phase=phases[n % 7], ask=asks[n % 8]
        )
        for n in range(count // 20)
    ]
    counts = [
        PhaseCount(id=f"n{n}", rank=n, phase=phase, count=100_000 // 2**n, days=n) for n, phase in enumerate(phases)
    ]
    hurdles = [Friction(id="hurdles", clicks=9, inputs=12)]
    return workshop.exchanged({"relations": relations, "campaigns": campaigns, "counts": counts, "frictions": hurdles})


def main(count: int = TOUCHPOINTS, rounds: int = ROUNDS) -> None:
    """Print the ratio, and the rules that take longest."""
    text = a_busy_workshop(count).to_json()
    workshop = Workshop.from_json(text)
    read, criticised = alternating(rounds, lambda: Workshop.from_json(text), lambda: findings(workshop, Language.EN))
    print(f"{count} touchpoints, {len(text) / 1e6:.1f} MB, {len(RULES)} rules, medians of {rounds}")
    print(
        f"{'critic / validation':20} {criticised.clock / read.clock:5.2f} by the clock "
        f"({criticised.clock:.3f} / {read.clock:.3f} s)"
    )
    case = Examination(workshop, model_of(workshop, Language.EN))
    spent = [(alternating(3, partial(_look, rule, case))[0].clock, rule.id) for rule in RULES]
    for seconds, rule_id in sorted(spent, reverse=True)[:SLOWEST]:
        print(f"  {rule_id:24} {seconds / read.clock:5.2f}")


def _look(rule: Rule, case: Examination) -> None:
    deque(rule.look(case), maxlen=0)


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:3]))
