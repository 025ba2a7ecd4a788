"""A campaign under every fault: it starts, chooses, calls, sends and settles, and any call of any function breaks.

Each scenario begins where the functions that are broken begin, with one reader and in containers that know nothing yet,
and runs until every row has come to rest: messages, streams and schedules that a death left unfinished come again,
leases and horizons pass, SES's events arrive late and twice. The suite breaks one call in a few; ``make crashes``
breaks them all, and the sender's also in pairs; ``make crashes PART=2/8`` breaks one part of the pairs.
"""

import sys
from collections import Counter
from datetime import timedelta

import pytest

from chalicelib.engine import outbox
from chalicelib.engine.outbox import State
from tests.faults import MODES, Fault, FaultInjector, is_told_apart, mine, one_in
from tests.functional.campaigns.around import CampaignAround
from tests.functional.campaigns.firm import Firm, a_firm, person
from tests.world import World

Capsys = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("where", "few", "least"), [("worker", 6, 10), ("sender", 2, 20), ("around", 10, 10)])
def test_a_campaign_under_single_faults_reaches_its_reader_once(
    world: World, around: CampaignAround, faults: FaultInjector, where: str, few: int, least: int, capsys: Capsys
) -> None:
    matrix = Matrix(world, around, faults, where)

    broken = [(fault,) for fault in matrix.singles()[:: one_in(few)]]
    for pair in broken:
        matrix.run(*pair)

    with capsys.disabled():
        sys.stdout.write(f"\ncampaign, single faults in {where}: {told(matrix.ends)}\n")
    assert len(broken) >= least
    assert set(matrix.ends) == {"once"}


def test_a_mail_under_two_faults_reaches_its_reader_once(
    world: World, around: CampaignAround, faults: FaultInjector, capsys: Capsys
) -> None:
    """The second fault hits a call that the first one left, or caused, in the sender and whoever takes over from it."""
    matrix, broken = Matrix(world, around, faults, "sender"), 0

    for first in mine(matrix.singles()[:: one_in(40)]):
        matrix.run(first)
        left = range(first.index + 1, len(faults.calls))
        seconds = [Fault(index, mode) for index in left for mode in MODES if is_told_apart(mode, faults.calls[index])]
        for second in seconds[:: one_in(40)]:
            matrix.run(first, second)
            broken += 1

    with capsys.disabled():
        sys.stdout.write(f"\ncampaign, pairs of faults in its sender: {told(matrix.ends)}\n")
    assert broken >= 4
    assert set(matrix.ends) <= {"once", "shown"}  # what SES was twice not heard of is given up, and shown to somebody
    assert matrix.ends["shown"] <= max(1, broken // 20)


class Matrix:
    """A campaign of one reader, again and again, from where the functions that break begin."""

    def __init__(self, world: World, around: CampaignAround, faults: FaultInjector, where: str) -> None:
        self.ends: Counter[str] = Counter()
        self._around, self._faults = around, faults
        around.breaking = where
        around.ses.event_copies, around.ses.event_delay = 2, timedelta(minutes=2)
        self._firm = a_firm(world, around, people=1)
        self._firm.launch()
        if where == "sender":
            around.until_called(self._firm, person(0))
        self._scene = around.scene()

    def singles(self) -> list[Fault]:
        """Run dry, and return every fault that can be told from another."""
        self.run()
        calls = self._faults.calls
        return [Fault(index, mode) for index, call in enumerate(calls) for mode in MODES if is_told_apart(mode, call)]

    def run(self, *broken: Fault) -> None:
        """Let the campaign run to its end with some calls broken."""
        self._around.return_to(self._scene)
        self._faults.arm(*broken)
        self._around.until_over(self._firm.is_over)
        self.ends[end_of(self._firm)] += 1


def told(ends: Counter[str]) -> str:
    """Return the sentence that the matrix prints."""
    return (
        f"{ends.total()} scenarios: {ends['twice']} sent twice, {ends['lost']} lost, {ends['limbo']} in limbo"
        f" ({ends['shown']} given up and shown)"
    )


def end_of(firm: Firm) -> str:
    """Return how the mail of the only reader ended, and with it the campaign."""
    mail, copies = firm.delivery(person(0)), firm.copies(person(0))
    if mail is None:
        return "lost"
    if copies > 1:
        return "twice"
    if mail.state in outbox.OPEN or firm.told()["course"]["state"] != "finished":
        return "limbo"
    if copies == 1:
        return "once" if mail.state in outbox.WENT else "limbo"
    return "shown" if mail.state in (State.EXPIRED, State.REVIEW) else "lost"
