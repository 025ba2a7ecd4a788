"""The table on screen, and the same as JSON."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.battery import Fired
from bench.cold_start import ColdStart
from bench.largest import Merged
from bench.operations import Row
from chalicelib.engine.prices import A_CALL, LIST, MEMORY_GB

RESULTS = Path(__file__).with_name("results.json")
COLUMNS = ("operation", "records", "aws_calls", "wcu", "wcu_all", "rcu", "cpu_ms", "bare_cpu_ms")

#: Architecture, section 4, and the targets of CPU beside the bare calls.
BUDGETS: dict[str, dict[str, float]] = {
    "create": {"wcu": 10, "wcu_all": 28, "cpu": 3},
    "get": {"rcu": 1, "cpu": 2},
    "list of 25": {"rcu": 7, "aws_calls": 2, "cpu": 2},
    "search": {"rcu": 7, "cpu": 2},
    "update": {"wcu": 6, "wcu_all": 8},
    "update, counted": {"wcu_all": 15},  # 14 and one more: a lead has five populated slots, the budget is for four
}
INIT_RATIO = 2.0
GROWING: dict[str, Callable[[Row], float]] = {
    "aws_calls": lambda row: row.aws_calls,
    "wcu_all": lambda row: row.wcu_all,
    "rcu": lambda row: row.rcu,
    "cpu": lambda row: row.cpu_ms / row.bare_cpu_ms,
}
"""What must not grow with the store; CPU as a multiple of the bare calls, which suffer from the machine as we do."""
MOST_GROWTH = 1.3
WIDTH = 27
KEPT = ("50 segments, unmoved", "50 segments, moved")
BY_SIZE = ("rows", "formula", "budgets", "a million writes")

DIFFERENCES = """
  Where two figures stand, the second is ours. DynamoDB Local bills a transaction four units a table and index however
  many items it writes, where AWS bills two a KB and item; and it bills nothing for reading what is not there, where AWS
  bills the least read. The table above takes the formula's word for these."""


def show(rows: Iterable[Row], started: ColdStart | None) -> None:
    """Print every figure beside its budget."""
    rows = list(rows)
    heads = ("records", "calls", "wcu", "all", "rcu", "cpu ms", "bare ms")
    print(f"\n{'operation':<{WIDTH}}" + "".join(f"{head:>9}" for head in heads) + "  budget")
    for row in rows:
        print(
            f"{row.operation:<{WIDTH}}{row.records:>9}{row.aws_calls:>9.1f}{row.wcu:>9.1f}{row.wcu_all:>9.1f}{row.rcu:>9.1f}"
            f"{row.cpu_ms:>9.2f}{row.bare_cpu_ms:>9.2f}  {_verdicts(row)}"
        )
    print("\nunits by the store, and by our own formula from the items:")
    for row in rows:
        print(f"  {row.operation:<{WIDTH}}{row.records:>7}  {_agreement(row)}")
    print(DIFFERENCES)
    _show_growth(rows)
    _show_kept(rows)
    if started is not None:
        ratio = started.api_init_cpu_ms / started.bare_init_cpu_ms
        print(
            f"\ncold start: API {started.api_init_cpu_ms:.0f} ms of CPU, a bare handler with the same client "
            f"{started.bare_init_cpu_ms:.0f} ms: {ratio:.2f} x, {_met(ratio <= INIT_RATIO)} (at most {INIT_RATIO} x)"
        )


def _show_kept(rows: Iterable[Row]) -> None:
    """Print what a million writes cost more because segments are kept."""
    dear = [(row, _dollars_kept(row)) for row in rows if row.operation in KEPT]
    print("\nfor a million writes, by AWS's list prices:" if dear else "")
    for row, dollars in dear:
        print(f"  {row.operation:<{WIDTH}}{row.records:>7}  ${dollars * 1_000_000:.2f} more")


def _dollars_kept(row: Row) -> float:
    """Return what the keeper's look at one record costs, its message and its share of an invocation included."""
    seconds = row.cpu_ms / 1000 + row.aws_calls * A_CALL
    return (
        row.wcu * LIST.write_unit
        + row.rcu * LIST.read_unit
        + 3 * LIST.message
        + LIST.call_of_a_function / 10
        + seconds * MEMORY_GB * LIST.gigabyte_second
    )


def write(path: Path, rows: Iterable[Row], started: ColdStart | None, fired: Iterable[Fired], merged: Merged) -> None:
    """Write the figures as JSON; what was measured before at sizes that are not measured now stays as it was."""
    rows = list(rows)
    told: dict[str, Any] = {
        "rows": [{name: _rounded(asdict(row)[name]) for name in COLUMNS} for row in rows],
        "a million writes": [
            {"operation": row.operation, "records": row.records, "usd": _rounded(_dollars_kept(row) * 1_000_000)}
            for row in rows
            if row.operation in KEPT
        ],
        "formula": [
            {
                "operation": row.operation,
                "records": row.records,
                "own_wcu_all": _rounded(row.own_wcu_all),
                "store_wcu_all": _rounded(row.store_wcu_all),
                "transactions": _rounded(row.transactions),
                "empty_reads": _rounded(row.empty_reads),
                "store_rcu": _rounded(row.store_rcu),
                "own_rcu": _rounded(row.own_rcu),
            }
            for row in rows
        ],
        "budgets": [{"operation": row.operation, "records": row.records, **_checks(row)} for row in rows],
        **({"flat": grown} if (grown := [{"operation": name, **each} for name, each in _growth(rows).items()]) else {}),
        "bad_input": [{name: _rounded(value) for name, value in asdict(each).items()} for each in fired],
    }
    told["largest_tenant"] = {name: _rounded(value) for name, value in asdict(merged).items()}
    if started is not None:
        told["cold_start"] = {name: _rounded(value) for name, value in asdict(started).items()}
    _add_other_sizes(path, told, {row.records for row in rows})
    path.write_text(json.dumps({**told, **_beside(path, told)}, indent=2, ensure_ascii=False) + "\n")


def keep(path: Path, name: str, figures: Mapping[str, Any]) -> None:
    """Write the figures of a measurement of its own beside the others, which stay as they are."""
    told = {**_beside(path, (name,)), name: {key: _rounded(value) for key, value in figures.items()}}
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n")


def _add_other_sizes(path: Path, told: dict[str, Any], sizes: Collection[int]) -> None:
    kept = json.loads(path.read_text()) if path.exists() else {}
    for name, figures in told.items():
        if name in BY_SIZE:
            figures += [figure for figure in kept.get(name, ()) if figure["records"] not in sizes]


def _beside(path: Path, written: Collection[str]) -> dict[str, Any]:
    """Return what is kept under other names than those that are written now."""
    kept = json.loads(path.read_text()) if path.exists() else {}
    return {name: figures for name, figures in kept.items() if name not in written}


def _growth(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """Return for each operation how much dearer it is in the fullest store than in the emptiest."""
    measured: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.records):
        measured.setdefault(row.operation, []).append(row)
    return {
        name: {figure: _ratio(cost(several[-1]), cost(several[0])) for figure, cost in GROWING.items()}
        for name, several in measured.items()
        if len(several) > 1
    }


def _ratio(last: float, first: float) -> float:
    return last / first if first else 1.0 if not last else float("inf")


def _show_growth(rows: list[Row]) -> None:
    sizes = sorted({row.records for row in rows})
    if len(sizes) > 1:
        print(f"\nwith {sizes[-1]:,} records beside {sizes[0]:,} (at most {MOST_GROWTH} x):")
    for name, grown in _growth(rows).items():
        told = ", ".join(f"{figure} {ratio:.2f} x" for figure, ratio in grown.items())
        print(f"  {name:<{WIDTH}}{told}  {_met(max(grown.values()) <= MOST_GROWTH)}")


def _checks(row: Row) -> dict[str, bool]:
    figures = {**asdict(row), "cpu": row.cpu_ms / row.bare_cpu_ms}
    return {name: figures[name] <= limit for name, limit in BUDGETS.get(row.operation, {}).items()}


def _verdicts(row: Row) -> str:
    limits = BUDGETS.get(row.operation, {})
    figures = {**asdict(row), "cpu": row.cpu_ms / row.bare_cpu_ms}
    return ", ".join(
        f"{name} {figures[name]:.1f} of {limits[name]:g}{' x' if name == 'cpu' else ''} {_met(is_met)}"
        for name, is_met in _checks(row).items()
    )


def _agreement(row: Row) -> str:
    said = []
    for name, theirs, own, reason in (
        ("wcu_all", row.store_wcu_all, row.own_wcu_all, f"{row.transactions:g} transactions"),
        ("rcu", row.store_rcu, row.own_rcu, f"{row.empty_reads:g} reads of what is not there"),
    ):
        if theirs != own:
            said.append(f"{name} {theirs:g} and {own:g} ({reason})")
        elif own:
            said.append(f"{name} {own:g}")
    return ", ".join(said)


def _met(is_met: bool) -> str:
    return "met" if is_met else "MISSED"


def _rounded(value: Any) -> Any:
    return round(value, 3) if isinstance(value, float) else value
