"""Where the phones' pages answer: one place for their paths, also for whoever shows an address to the room."""

from dataclasses import dataclass

JOIN, OWN = "/join", "/own"
"""The paths below which all pages for phones are; no page of the app is called so."""


def join_address(origin: str, code: str = "", base: str = "") -> str:
    """The address that lets a phone in. `origin` is what it reaches the app by, without a path (http://192.168.1.20:8501),
    `base` the setting server.baseUrlPath; without a code it is the page that asks for one."""
    path = PhonePaths(base)
    return origin.rstrip("/") + (path.door(code) if code else path.join)


@dataclass(frozen=True)
class PhonePaths:
    """The paths below a `base` (server.baseUrlPath: "", "app", "/app/")."""

    base: str = ""

    @property
    def join(self) -> str:
        """Asks for a code."""
        return self._below(JOIN)

    def door(self, code: str) -> str:
        """Asks for a name, and lets in."""
        return f"{self.join}/{code}"

    @property
    def room(self) -> str:
        """What somebody in a room sees."""
        return f"{self.join}/room"

    @property
    def part(self) -> str:
        """The same without what is around it."""
        return f"{self.room}/part"

    @property
    def news(self) -> str:
        """How the room stands, in few words."""
        return f"{self.room}/news"

    @property
    def events(self) -> str:
        """The same whenever it changes."""
        return f"{self.room}/events"

    @property
    def acts(self) -> str:
        """Takes what people send."""
        return f"{self.room}/acts"

    @property
    def me(self) -> str:
        """Changes one's own language or name."""
        return f"{self.room}/me"

    @property
    def own(self) -> str:
        """Where an owner's link leads."""
        return self._below(OWN)

    def owner(self, link: str) -> str:
        """One owner's actions, and takes what the owner says of them."""
        return f"{self.own}/{link}"

    @property
    def files(self) -> str:
        """Script and style sheet."""
        return f"{self.join}/files"

    def _below(self, path: str) -> str:
        base = self.base.strip("/")
        return f"/{base}{path}" if base else path
