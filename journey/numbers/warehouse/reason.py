"""What a driver says when it fails, fit to be shown."""

_LONGEST = 500


def reason(error: Exception, secrets: tuple[str, ...] = ()) -> str:
    """The error in one line, not too long, without the given secrets."""
    said = " ".join(str(error).split()) or type(error).__name__
    for secret in secrets:
        said = said.replace(secret, "***")
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
