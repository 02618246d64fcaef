"""What an order's amount brought: what was paid less what was given back, in one currency."""

from dataclasses import dataclass, replace
from typing import Self

NO_DAY = "^(?:(?:noch )?(?:offen|ausstehend|nicht bezahlt)|nein|storniert|open|unpaid|pending|no|[-–—]+)?$"
"""The pattern of a day of payment where nobody paid."""
UNPAID, FOREIGN, NOBODYS, WORDS = "unpaid", "foreign", "nobodys", "words"
"""Why an amount does not count: nobody paid, it is in another currency than most, it was given back and the row does not say to whom, or it is none
(auf Anfrage)."""


@dataclass(frozen=True)
class Takings:
    """How the revenue of a row follows from its amount. `less`: columns of what was given back or is still owed. `unpaid`,
    `void`, `refunded`: columns with a pattern that they fit (in small letters; behind a "!": do not fit) where nobody paid,
    where there is no order (called off, or a further row of one), and where all of it was given back. `back`,
    `nothing`: a column of kinds, with those whose amounts were given back though they have no minus, and those that bring
    nothing (offers, authorisations). `currency`: what the
    amounts are in, "" where the file does not say; `only`: the column that says so with the pattern of that currency, where
    the file has amounts of others, which do not count. `times`: the column of a price for one piece and that of how many there are;
    () where amounts are whole."""

    less: tuple[str, ...] = ()
    unpaid: tuple[tuple[str, str], ...] = ()
    void: tuple[tuple[str, str], ...] = ()
    refunded: tuple[tuple[str, str], ...] = ()
    back: tuple[tuple[str, str], ...] = ()
    nothing: tuple[tuple[str, str], ...] = ()
    currency: str = ""
    only: tuple[tuple[str, str], ...] = ()
    times: tuple[str, ...] = ()

    def of(self, amount: str, happened: str) -> Self:
        """The same for another column of the amount, and without what the column `happened` says where that is read as what
        happened: a history has a row for each state. Beside such a column a day of payment may stand in the row of the
        payment alone."""
        less = tuple(name for name in self.less if name != amount)
        unpaid, void, refunded = (
            tuple(pair for pair in pairs if pair[0] != happened and not (happened and pair[1] == NO_DAY))
            for pairs in (self.unpaid, self.void, self.refunded)
        )
        times = self.times if self.times[:1] == (amount,) else ()
        return replace(self, less=less, unpaid=unpaid, void=void, refunded=refunded, times=times)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that are read for it."""
        stated = (*self.unpaid, *self.void, *self.refunded, *self.back, *self.nothing, *self.only)
        return tuple(dict.fromkeys((*self.less, *self.times[1:], *(column for column, _ in stated))))
