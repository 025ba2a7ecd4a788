"""The table on screen, and the same as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from bench.battery import Fired
from bench.cold_start import ColdStart
from bench.largest import Merged
from bench.operations import Row

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
GROWING = ("aws_calls", "wcu_all", "rcu", "cpu_ms")
MOST_GROWTH = 1.3

DIFFERENCES = """
  Where two figures stand, the second is ours. DynamoDB Local bills a transaction four units a table and index however
  many items it writes, where AWS bills two a KB and item; and it bills nothing for reading what is not there, where AWS
  bills the least read. The table above takes the formula's word for these."""


def show(rows: Iterable[Row], started: ColdStart | None) -> None:
    """Print every figure beside its budget."""
    rows = list(rows)
    heads = ("records", "calls", "wcu", "all", "rcu", "cpu ms", "bare ms")
    print(f"\n{'operation':<16}" + "".join(f"{head:>9}" for head in heads) + "  budget")
    for row in rows:
        print(
            f"{row.operation:<16}{row.records:>9}{row.aws_calls:>9.1f}{row.wcu:>9.1f}{row.wcu_all:>9.1f}{row.rcu:>9.1f}"
            f"{row.cpu_ms:>9.2f}{row.bare_cpu_ms:>9.2f}  {_verdicts(row)}"
        )
    print("\nunits by the store, and by our own formula from the items:")
    for row in rows:
        print(f"  {row.operation:<14}{row.records:>8}  {_agreement(row)}")
    print(DIFFERENCES)
    _show_growth(rows)
    if started is not None:
        ratio = started.api_init_cpu_ms / started.bare_init_cpu_ms
        print(
            f"\ncold start: API {started.api_init_cpu_ms:.0f} ms of CPU, a bare handler with the same client "
            f"{started.bare_init_cpu_ms:.0f} ms: {ratio:.2f} x, {_met(ratio <= INIT_RATIO)} (at most {INIT_RATIO} x)"
        )


def write(path: Path, rows: Iterable[Row], started: ColdStart | None, fired: Iterable[Fired], merged: Merged) -> None:
    """Write the figures as JSON."""
    rows = list(rows)
    told: dict[str, Any] = {
        "rows": [{name: _rounded(asdict(row)[name]) for name in COLUMNS} for row in rows],
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
        "flat": [{"operation": name, **grown} for name, grown in _growth(rows).items()],
        "bad_input": [{name: _rounded(value) for name, value in asdict(each).items()} for each in fired],
    }
    told["largest_tenant"] = {name: _rounded(value) for name, value in asdict(merged).items()}
    if started is not None:
        told["cold_start"] = {name: _rounded(value) for name, value in asdict(started).items()}
    path.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n")


def _growth(rows: Iterable[Row]) -> dict[str, dict[str, float]]:
    """Return for each operation how much dearer it is in the fullest store than in the emptiest."""
    measured: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.records):
        measured.setdefault(row.operation, []).append(row)
    return {
        name: {figure: _ratio(getattr(several[-1], figure), getattr(several[0], figure)) for figure in GROWING}
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
        print(f"  {name:<16}{told}  {_met(max(grown.values()) <= MOST_GROWTH)}")


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
