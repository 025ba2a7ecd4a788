"""What looking at a file's bytes leads to: why it is not taken, or what is kept of it."""

from dataclasses import dataclass


class Unfit(Exception):
    """The file is not taken; ``reason`` is a stable word for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Findings:
    """What is kept of a file: its ``content``, cleaned, and whether a browser may show it in place."""

    content: bytes
    may_be_shown: bool = False
    width: int | None = None
    height: int | None = None
