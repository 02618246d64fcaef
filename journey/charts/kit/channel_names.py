"""Channels of a log as people read them: "linkedin.com" is LinkedIn, "(direct)" is direct. What is not known stays as it is."""

from collections import Counter
from collections.abc import Iterable

from journey.model import Language
from journey.texts import text

_BRANDS = {
    name.casefold(): name
    for name in (
        "Amazon", "Bing", "ChatGPT", "DuckDuckGo", "eBay", "Ecosia", "Facebook", "Google", "Instagram", "LinkedIn", "Mastodon",
        "Pinterest", "Reddit", "Snapchat", "TikTok", "Trustpilot", "Twitter", "WhatsApp", "Xing", "Yahoo", "YouTube",
    )
}  # fmt: skip
_WORDS = {
    "(direct)": "direct",
    "direct": "direct",
    "(none)": "",
    "(not set)": "unknown",
    "(not provided)": "unknown",
    "cpc": "paid",
    "ppc": "paid",
    "paid": "paid",
    "organic": "organic",
    "(organic)": "organic",
    "referral": "referral",
    "(referral)": "referral",
    "email": "email",
    "e-mail": "email",
    "newsletter": "newsletter",
    "social": "social",
    "display": "display",
    "offline": "offline",
}
"""Words of web analytics, and the keys of ours; "" is passed over."""


def channel_names(raw: Iterable[str], language: Language) -> dict[str, str]:
    """What to call each channel. Where two would be called the same, each has its own word behind."""
    found = {each: _name(each, language) for each in raw}
    times = Counter(found.values())
    return {each: name if times[name] == 1 else f"{name} ({each})" for each, name in found.items()}


def _name(raw: str, language: Language) -> str:
    """A channel, or a source and a medium with a stroke between."""
    parts = [_part(part.strip(), language) for part in raw.split(" / ")]
    return ", ".join(dict.fromkeys(filter(None, parts))) or raw


def _part(raw: str, language: Language) -> str:
    low = raw.casefold()
    if low in _WORDS:
        key = _WORDS[low]
        return text(f"charts.channel_words.{key}", language) if key else ""
    labels = low.split(".")
    known = next((_BRANDS[label] for label in reversed(labels[:-1] or labels) if label in _BRANDS), None)
    return known or raw
