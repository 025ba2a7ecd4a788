"""What a request that means harm costs before it is refused: calls, units and CPU, the worst first."""

import time
from dataclasses import dataclass

from app import app
from bench.firm import Firm
from bench.meter import Meter
from tests.battery import MOST_CALLS, MOST_CPU_MS, Shot, shots
from tests.client import proxy_event

ROUNDS = 3
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Fired:
    """One request of the battery and what it came to; ``cpu_ms`` is the least of several rounds."""

    name: str
    status: int
    aws_calls: int
    wcu: float
    cpu_ms: float

    @property
    def is_met(self) -> bool:
        """Whether it was refused within the limits."""
        is_cheap = self.aws_calls <= MOST_CALLS and self.cpu_ms <= MOST_CPU_MS and not self.wcu
        return 400 <= self.status < 500 and is_cheap


def measure(firm: Firm, meter: Meter) -> list[Fired]:
    """Send the whole battery and return what each request came to, the dearest first."""
    return sorted((_fired(firm, meter, shot) for shot in shots()), key=lambda fired: -fired.cpu_ms)


def _fired(firm: Firm, meter: Meter, shot: Shot) -> Fired:
    headers = {"Authorization": f"Bearer {firm.token}", "Content-Type": "application/json", **shot.headers}
    event = proxy_event(shot.method, shot.path, headers, shot.body, "203.0.113.7")
    with meter.reading() as bill:
        answer = app(event, None)
    taken = []
    for _ in range(ROUNDS):
        before = time.process_time()
        app(event, None)
        taken.append((time.process_time() - before) * 1000)
    return Fired(shot.name, answer["statusCode"], bill.calls, bill.wcu, min(taken))


def show(fired: list[Fired]) -> None:
    """Print the dearest of the battery, and whether all was refused within the limits."""
    print(f"\nbad input: {len(fired)} requests, each refused within {MOST_CALLS} calls and {MOST_CPU_MS} ms of CPU:")
    for each in fired[:SHOWN]:
        print(f"  {each.name:<44}{each.status:>5}{each.aws_calls:>4} calls{each.cpu_ms:>8.1f} ms")
    missed = [each.name for each in fired if not each.is_met]
    print("  all met" if not missed else f"  MISSED by {', '.join(missed)}")
