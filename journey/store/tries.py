"""Tries to join with a wrong code: at most ten a minute and address, and a hundred an hour and room. `limits` counts them,
in the database, so that all app processes count together and a restart forgets nothing.

A wrong code belongs to no room. So those that begin like a room's code (its first two characters) are counted for the
room: no other could have been its code. A right code is no try, however many phones share an address; whoever has tried
too often is refused with a right one as well.
"""

from hashlib import sha256
from ipaddress import IPv6Address, ip_address

from limits import RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MovingWindowSupport, Storage
from limits.strategies import MovingWindowRateLimiter
from sqlalchemy import Connection, delete, func, insert, select

from journey.model import new_id
from journey.store.room_tables import join_tries

HOUR = 3_600
BEGINNING = 2

_OF_ADDRESS = RateLimitItemPerMinute(10)
_OF_ROOM = RateLimitItemPerHour(100)


class JoinTries:
    """The wrong tries as of a moment, inside a transaction that the caller has begun. `now` is in seconds."""

    def __init__(self, connection: Connection, address: str, code: str, now: float) -> None:
        self._limiter = MovingWindowRateLimiter(_TriesTable(connection, now))
        self._counted = ((_OF_ADDRESS, _network(address)), (_OF_ROOM, code[:BEGINNING]))

    def are_too_many(self) -> bool:
        """Whether this address, or anybody with codes like this one, has tried too often."""
        return not all(self._limiter.test(limit, of) for limit, of in self._counted if of)

    def count(self) -> None:
        """Count a wrong code."""
        for limit, of in self._counted:
            if of:
                self._limiter.hit(limit, of)


def _network(address: str) -> str:
    """What is counted of an address: of IPv6 the network (64 bit), of which one household or phone has all addresses."""
    try:
        known = ip_address(address)
    except ValueError:
        return address
    if not isinstance(known, IPv6Address):
        return str(known)
    return str(known.ipv4_mapped) if known.ipv4_mapped else known.exploded[:19]


class _TriesTable(Storage, MovingWindowSupport):
    """Counts of `limits` in the table of tries: a row each, read as a window that moves with the time."""

    STORAGE_SCHEME = None

    def __init__(self, connection: Connection, now: float) -> None:
        super().__init__()
        self._connection, self._now = connection, now
        connection.execute(delete(join_tries).where(join_tries.c.at <= now - HOUR))

    @property
    def base_exceptions(self) -> type[Exception]:
        return LookupError

    def acquire_entry(self, key: str, limit: int, expiry: int, amount: int = 1) -> bool:
        if self.get_moving_window(key, limit, expiry)[1] + amount > limit:
            return False
        self.incr(key, expiry, amount)
        return True

    def get_moving_window(self, key: str, limit: int, expiry: int) -> tuple[float, int]:  # noqa: ARG002 (asked by limits)
        window = join_tries.c.counted == _hash(key), join_tries.c.at > self._now - expiry
        row = self._connection.execute(select(func.min(join_tries.c.at), func.count()).where(*window)).one()
        return (self._now if row[0] is None else float(row[0])), int(row[1])

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        rows = [{"id": new_id(), "counted": _hash(key), "at": self._now} for _ in range(amount)]
        self._connection.execute(insert(join_tries), rows)
        return self.get_moving_window(key, 0, expiry)[1]

    def get(self, key: str) -> int:
        return self.get_moving_window(key, 0, HOUR)[1]

    def get_expiry(self, key: str) -> float:
        return self.get_moving_window(key, 0, HOUR)[0] + HOUR

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        return self._connection.execute(delete(join_tries)).rowcount

    def clear(self, key: str) -> None:
        self._connection.execute(delete(join_tries).where(join_tries.c.counted == _hash(key)))


def _hash(key: str) -> str:
    return sha256(key.encode(errors="replace")).hexdigest()
