"""What is used is on the bill of whoever it was used for, and what nobody is named for on nobody's."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from chalicelib.kernel import metering
from chalicelib.kernel.metering import GIGABYTE_SECOND, Sheet

USES = st.tuples(st.just("use"), st.sampled_from(("mail", "event", "read_unit")))
BILLS = st.tuples(st.just("bill"), st.sampled_from(("campaign.a", "automation.b")))
BEGINS = st.tuples(st.just("begin"), st.just(""))


@given(st.lists(USES | BILLS | BEGINS, max_size=40))
def test_each_use_is_on_the_bill_of_its_piece(acts: Sequence[tuple[str, str]]) -> None:
    ticks = iter(range(10_000))
    sheet = Sheet(memory=0.5, elapsed=lambda: float(next(ticks)))
    with metering.counting(sheet):
        for act, what in acts:
            if act == "use":
                metering.add(what, 1)
            elif act == "bill":
                metering.bill(what)
            else:
                metering.begin()

    assert {name: _counted(usage) for name, usage in sheet.bills.items()} == _expected(acts)
    assert all(usage[GIGABYTE_SECOND] > 0 for usage in sheet.bills.values())


def _counted(usage: dict[str, float]) -> dict[str, float]:
    return {what: amount for what, amount in usage.items() if what != GIGABYTE_SECOND}


def _expected(acts: Sequence[tuple[str, str]]) -> dict[str, dict[str, float]]:
    """Return the bills by going through the pieces one by one: what comes before the first name is the first name's."""
    bills: dict[str, Counter[str]] = {}
    pieces: list[list[tuple[str, str]]] = [[]]
    for act in acts:
        if act[0] == "begin":
            pieces.append([])
        else:
            pieces[-1].append(act)
    for piece in pieces:
        owner = next((what for act, what in piece if act == "bill"), None)
        for act, what in piece:
            if act == "bill":
                owner = what
                bills.setdefault(what, Counter())
            elif owner is not None:
                bills.setdefault(owner, Counter())[what] += 1
    return {name: dict(bill) for name, bill in bills.items()}


def test_without_a_sheet_nothing_is_counted() -> None:
    metering.add("mail", 1)

    assert metering.is_counting() is False
