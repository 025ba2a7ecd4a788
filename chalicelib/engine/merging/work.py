"""Merging as a kind of long work."""

from chalicelib.engine.merging import ledger
from chalicelib.engine.merging.settling import settle
from chalicelib.engine.merging.undoing import unmove
from chalicelib.engine.working import Step, Work

MERGE = Work(
    kind=ledger.KIND,
    steps={
        ledger.MOVE: Step(ledger.MOVING, settle),
        ledger.SETTLE: Step(ledger.SETTLING, settle),
        ledger.UNMOVE: Step(ledger.UNDOING, unmove),
    },
    reason=lambda job: "Undo of a merge" if "undone_at" in job.data else "Merge",
)
