"""Traces of people and of machines, as they were planted, each told for what it was and why."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chalicelib.crm.marketing.tracking import agents, histories, verdicts
from chalicelib.crm.marketing.tracking.histories import History
from chalicelib.crm.marketing.tracking.observations import (
    BOUNCED,
    CLICKED,
    COMPLAINED,
    DELIVERED,
    OPENED,
    SENT,
    Observation,
)
from chalicelib.crm.marketing.tracking.verdicts import Fetch
from chalicelib.kernel import clock
from chalicelib.kernel.ids import TenantId

START = datetime(2026, 11, 22, 9, tzinfo=UTC)
TENANT = TenantId("abcdefghijklmnop2345")


def at(seconds: float) -> str:
    return clock.stamp(START + timedelta(seconds=seconds))


def opened(seconds: float, *signs: str) -> Fetch:
    return Fetch(OPENED, at(seconds), "", "ses", signs)


def clicked(seconds: float, link: str, *signs: str, source: str = "ses") -> Fetch:
    return Fetch(CLICKED, at(seconds), link, source, signs)


TRACES: dict[str, tuple[list[Fetch], list[tuple[str, ...]]]] = {
    "somebody reads in the evening and clicks once": ([opened(30_000), clicked(30_040, "a")], [(), ()]),
    "somebody opens three tabs, taking their time": (
        [clicked(900, "a"), clicked(906, "b"), clicked(915, "c")],
        [(), (), ()],
    ),
    "somebody clicks the same link four times": ([clicked(900 + each / 5, "a") for each in range(4)], [()] * 4),
    "a gateway fetches the mail as it is handed over": ([opened(0.4)], [("too_soon",)]),
    "a gateway follows every link half a minute later": (
        [clicked(30, "a"), clicked(30.3, "b"), clicked(30.9, "c"), opened(31)],
        [("all_links",), ("all_links",), ("all_links",), ("with_links",)],
    ),
    "a slow scanner follows three links in nine seconds": (
        [clicked(300, "a"), clicked(304, "b"), clicked(309, "c")],
        [("all_links",)] * 3,
    ),
    "a scanner follows both links of a short mail": ([clicked(60, "a"), clicked(60.5, "b")], [("all_links",)] * 2),
    "Apple's proxy fetches the image, a person clicks hours later": (
        [opened(600, "agent"), clicked(20_000, "a")],
        [("agent",), ()],
    ),
    "a gateway asks only for the head of a link": ([clicked(40, "a", "head", source="link")], [("head",)]),
    "SES tells of a click whose request our link knew for a prefetch": (
        [clicked(40, "a"), clicked(40.3, "a", "prefetch", source="link")],
        [("prefetch",), ("prefetch",)],
    ),
    "a scanner comes first, a person follows the same link later": (
        [clicked(1, "a", "gateway"), clicked(4_000, "a")],
        [("gateway", "too_soon"), ()],
    ),
}


@pytest.mark.parametrize("name", TRACES)
def test_a_trace_is_told_for_what_it_is(name: str) -> None:
    fetches, reasons = TRACES[name]

    judged = {one.fetch: one.reasons for one in verdicts.judge(fetches, delivered=at(0))}

    assert [judged[fetch] for fetch in fetches] == reasons


def test_without_knowing_when_it_was_delivered_nothing_is_too_soon() -> None:
    (judged,) = verdicts.judge([opened(0.4)], delivered=None)

    assert judged.is_human


@pytest.mark.parametrize(
    "agent",
    [
        "",
        "Mozilla/5.0",
        "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Barracuda Sentinel (EE)",
        "Microsoft Office Existence Discovery",
        "python-requests/2.32",
        "curl/8.10.1",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0 Safari/537.36",
    ],
)
def test_what_calls_itself_a_machine_or_hides_is_one(agent: str) -> None:
    assert agents.is_machine(agent)


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)",
        "YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html",
        "Mozilla/5.0 (Linux; Android 13; CUBOT P80) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Mobile",
        "Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.18025; Pro)",
    ],
)
def test_what_people_read_with_is_no_machine(agent: str) -> None:
    assert not agents.is_machine(agent)


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("40.94.20.1", False),
        ("40.92.20.1", True),
        ("104.47.9.33", True),
        ("81.47.192.13", False),
        ("2001:db8::1", False),
        ("", False),
        ("x" * 400, False),
    ],
)
def test_gateways_are_known_by_their_networks(address: str, is_one: bool) -> None:
    assert agents.is_gateway(address) is is_one


@pytest.mark.parametrize(
    ("said", "is_flagged"),
    [
        ({"userAgent": "x", "isBot": True}, True),
        ({"machineOpen": "true"}, True),
        ({"automated": {"reason": "prefetch"}}, True),
        ({"isBot": False, "botName": None, "machine": "false"}, False),
        ({"userAgent": "bot", "linkTags": None}, False),
    ],
)
def test_the_flag_of_ses_is_believed_under_any_name(said: dict[str, object], is_flagged: bool) -> None:
    assert agents.is_flagged(said) is is_flagged


@pytest.mark.parametrize(
    ("method", "headers", "signs"),
    [
        ("GET", {"user-agent": "Firefox/145"}, ()),
        ("HEAD", {"user-agent": "Firefox/145"}, ("head",)),
        ("GET", {"user-agent": "Firefox/145", "sec-purpose": "prefetch;prerender"}, ("prefetch",)),
        ("GET", {"user-agent": "Firefox/145", "x-moz": "prefetch"}, ("prefetch",)),
        ("GET", {}, ("agent",)),
    ],
)
def test_a_request_bears_the_signs_of_a_machine(method: str, headers: dict[str, str], signs: tuple[str, ...]) -> None:
    assert agents.signs_of_request(method, headers, "81.47.192.13") == signs


OBSERVATIONS = st.builds(
    lambda what, seconds, link, signs, source, bounce: Observation(
        tenant=TENANT,
        run="run",
        recipient="pepa",
        what=what,
        at=at(seconds),
        source=source,
        link=link if what == CLICKED else "",
        signs=signs if what in (OPENED, CLICKED) else (),
        bounce=bounce if what == BOUNCED else "",
    ),
    st.sampled_from([SENT, DELIVERED, OPENED, OPENED, CLICKED, CLICKED, CLICKED, BOUNCED, COMPLAINED]),
    st.integers(0, 40),
    st.sampled_from("abcd"),
    st.sampled_from([(), (), ("agent",), ("gateway", "agent")]),
    st.sampled_from(["ses", "link"]),
    st.sampled_from(["permanent", "transient"]),
)


def history(seen: list[Observation]) -> History:
    known = histories.NOTHING
    for each in seen:
        known = histories.with_seen(known, each)
    return known


@given(st.lists(OBSERVATIONS, max_size=60), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_a_history_depends_neither_on_order_nor_on_repetition(seen: list[Observation], chance: object) -> None:
    again = [*seen, *seen[: len(seen) // 2]]
    chance.shuffle(again)  # type: ignore[attr-defined]

    assert history(again) == history(seen)
    assert History.of_item(history(seen).to_item()) == history(seen)


@given(st.lists(OBSERVATIONS, max_size=60))
@settings(max_examples=40, deadline=None)
def test_a_history_stays_small_and_its_states_make_sense(seen: list[Observation]) -> None:
    known = history(seen)
    states = histories.states(known)

    assert len(known.fetches) <= 4 * histories.MOST_FETCHES
    assert (SENT in states) is bool(seen)
    assert not {BOUNCED, DELIVERED} <= states.keys()
    assert not {OPENED, "opened_machine"} <= states.keys()
    assert not {CLICKED, "clicked_machine"} <= states.keys()
    assert CLICKED not in states or OPENED in states
