"""What was answered to the advice that a record's card gave: one row a record, with an entry for each rule."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.context import Context
from chalicelib.storage import keys, names, plan, reads
from chalicelib.storage.plan import Delete, Update


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody answered to a rule ``at`` a stamp, told by an ``entry`` of the timeline; it rests ``until``."""

    answer: str
    by: str
    at: str
    entry: str
    until: str


def of(ctx: Context, records: Sequence[str]) -> dict[str, Answer]:
    """Return the latest answer to each rule that any of some records of one customer was given, by the rule's id."""
    items = reads.get_many(names.INDEX, [keys.advice(ctx, record) for record in records], consistent=True)
    found: dict[str, Answer] = {}
    for rule, said in (each for item in items for each in reads.facts(item).items()):
        answer = _answer(said)
        if rule not in found or found[rule].at < answer.at:
            found[rule] = answer
    return found


def put(ctx: Context, record: str, rule: str, answer: Answer, *, previous: Answer | None) -> Update:
    """Plan to keep an answer in place of the ``previous`` one; refused when somebody else has answered meanwhile."""
    said = {"answer": answer.answer, "by": answer.by, "at": answer.at, "entry": answer.entry, "until": answer.until}
    still = plan.equals(f"{rule}.at", previous.at) if previous else plan.missing(rule)
    return Update(names.INDEX, keys.advice(ctx, record), set={rule: said}, when=still)


def drop(ctx: Context, record: str, rule: str, answer: Answer) -> Update:
    """Plan to forget an answer; refused when there is another one by now."""
    return Update(names.INDEX, keys.advice(ctx, record), remove=[rule], when=plan.equals(f"{rule}.at", answer.at))


def forget(ctx: Context, record: str) -> Delete:
    """Plan to forget every answer that a record was given."""
    return Delete(names.INDEX, keys.advice(ctx, record))


def _answer(said: Mapping[str, Any]) -> Answer:
    return Answer(said["answer"], said["by"], said["at"], said["entry"], said["until"])
