"""Stop means stop: whatever is stopped between any two calls on the way from the launch to SES keeps a mail from going.

The stop happens just before one call, for each call that a function makes: the worker that chooses and calls, what
stands between it and the sender, and the sender. What the reader says is read last of all, in one call; a stop that
comes after it meets a mail that is as good as gone.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any, Final

import pytest

from chalicelib.crm.marketing.campaigns import desk
from chalicelib.crm.marketing.consent import consents
from chalicelib.kernel import tenancy
from chalicelib.storage import connection, records, writes
from tests.faults import one_in
from tests.functional.campaigns.around import CampaignAround, Scene
from tests.functional.campaigns.firm import CAMPAIGN, Firm, a_firm, person
from tests.world import World

READER = person(0)
SENDER, BEFORE = "sender", "before"
A_WHILE: Final = timedelta(minutes=10)
Stop = Callable[[Firm], None]


def unsubscribed(firm: Firm) -> None:
    firm.refuse(READER)


def bounced(firm: Firm) -> None:
    with tenancy.entered(firm.ctx.tenant):
        consents.suppress(firm.now, "p0@correo.example", "bounced")


def complained(firm: Firm) -> None:
    with tenancy.entered(firm.ctx.tenant):
        consents.suppress(firm.now, "p0@correo.example", "complained")


def erased(firm: Firm) -> None:
    with tenancy.entered(firm.ctx.tenant):
        row = records.get(firm.now, "contacts", READER)
        if row is not None:
            writes.execute(firm.now, [records.purge(firm.now, "contacts", READER, expected_version=row.version)])


def paused(firm: Firm) -> None:
    firm.do(desk.pause)


def cancelled(firm: Firm) -> None:
    firm.do(desk.cancel)


STOPS: Final = (unsubscribed, bounced, complained, erased, paused, cancelled)
LAST: Final = {
    "unsubscribed": ("index", "consent"),
    "bounced": ("index", "consent"),
    "complained": ("index", "consent"),
    "erased": ("records", READER),
    "paused": ("jobs", CAMPAIGN),
    "cancelled": ("jobs", CAMPAIGN),
}
"""For each stop, what the sender reads last that can show it: a table, and what its key holds."""

BEFORE_SES: Final = 6
"""How many calls the sender makes, at most, from the last that can show a stop to the one that SES gets the mail by."""


@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_between_any_two_calls_of_the_sender_stops(world: World, around: CampaignAround, stop: Stop) -> None:
    way = Way(world, around, SENDER)
    last = max(index for index, call in enumerate(way.calls) if shows(call, *LAST[stop.__name__]))

    gone = [way.copies_when_stopped(stop, before=index) for index in range(last + 1)]

    assert way.copies == 1  # unless it is stopped
    assert last >= [name for name, _ in way.calls].index("SendEmail") - BEFORE_SES, way.calls
    assert set(gone) == {0}


@pytest.mark.parametrize("stop", STOPS)
def test_a_stop_between_any_two_calls_on_the_way_to_the_sender_stops(
    world: World, around: CampaignAround, stop: Stop, record_property: Any
) -> None:
    way, turn = Way(world, around, BEFORE), STOPS.index(stop)
    tried = range(turn, len(way.calls), one_in(len(STOPS)))

    gone = [way.copies_when_stopped(stop, before=index) for index in tried]

    record_property(f"{stop.__name__} between the launch and the sender", f"{len(gone)} stops, {sum(gone)} sent")
    assert way.copies == 1
    assert len(gone) >= 5
    assert set(gone) == {0}


class Way:
    """The way of one mail from the launch to SES, again and again; ``calls`` are those that a part of it makes.

    The part is the sender's, or everything before it.
    """

    def __init__(self, world: World, around: CampaignAround, part: str) -> None:
        self._around, self._part = around, part
        self._firm = a_firm(world, around, people=1)
        self._firm.launch()
        if part == SENDER:
            around.until_called(self._firm, READER)
        self._scene: Scene = around.scene()
        self.calls: list[tuple[str, str]] = []
        self.copies = self._go(lambda name, asked: self.calls.append((name, asked)))

    def copies_when_stopped(self, stop: Stop, *, before: int) -> int:
        """Stop just before the call number ``before``, and return how many mails went."""
        made: list[str] = []

        def watch(name: str, _: str) -> None:
            made.append(name)
            if len(made) == before + 1:
                stop(self._firm)

        sent = self._go(watch)
        assert len(made) > before, "nothing was stopped"
        return sent

    def _go(self, watch: Callable[[str, str], None]) -> int:
        """Go the way, showing each call of the part to ``watch`` before it is made; return how many mails went."""
        self._around.return_to(self._scene)
        with Watched(self._around, watch) as watched:
            if self._part == BEFORE:
                self._around.until_nobody_but_a_sender()
                watched.is_active = False
            self._around.until_sender_came()
            if self._part == BEFORE:
                self._around.until(self._around.clock.now + A_WHILE)
        return self._firm.copies(READER)


class Watched:
    """Shows each call of a function; what a stop itself calls, and what a test looks at, is none."""

    def __init__(self, around: CampaignAround, watch: Callable[[str, str], None]) -> None:
        self._faults, self._watch, self.is_active = around.faults, watch, True
        self._clients = (connection.dynamodb(), connection.client("sesv2", attempts=1))

    def __enter__(self) -> "Watched":
        for client in self._clients:
            client.meta.events.register_first("before-call", self._before, unique_id="stop")
        return self

    def __exit__(self, *_: object) -> None:
        for client in self._clients:
            client.meta.events.unregister("before-call", unique_id="stop")

    def _before(self, model: Any, params: dict[str, Any], **_: Any) -> None:
        if not (self.is_active and self._faults.active):
            return
        self.is_active = False
        self._watch(model.name, str(params.get("body", "")))
        self.is_active = True


def shows(call: tuple[str, str], table: str, key: str) -> bool:
    return call[0] in ("GetItem", "BatchGetItem", "Query") and f"-{table}" in call[1] and key in call[1]
