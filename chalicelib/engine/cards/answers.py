"""What somebody answers to a card's advice: done, or not now and why. Either lies on the timeline, and the rule rests.

An answer is one transaction: the row that says until when the rule rests for this customer, and the entry of the
timeline. The same answer again, while the rule rests, changes nothing. Taking it back takes both away.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final, Literal

from chalicelib.engine import definitions, lookup
from chalicelib.engine.beside import Keeping
from chalicelib.engine.cards import rules
from chalicelib.engine.catalogue import Object
from chalicelib.engine.fields.contract import Refusal, plain_text
from chalicelib.engine.rules import Change
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput, NotFound
from chalicelib.storage import advice, timeline, writes
from chalicelib.storage.advice import Answer
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row
from chalicelib.storage.timeline import Entry

Word = Literal["done", "declined"]
WORDS: Final[tuple[Word, ...]] = ("done", "declined")
LONGEST_REASON: Final = 300


class AnsweredMeanwhile(Conflict):
    """Somebody else has answered the same advice at the same moment."""

    code = "answered_meanwhile"


def answer(ctx: Context, *, plural: str, id: str, rule: str, word: Word, reason: str = "") -> dict[str, Any]:
    """Note what became of a rule's advice, and return until when the rule rests for this customer.

    :raises NotFound: when there is no such customer or rule.
    :raises AnsweredMeanwhile: when somebody else answered at the same moment.
    """
    object, row = _customer(ctx, plural, id)
    standing = definitions.get(rules.standing(ctx), rules.RULE, id=rule)
    if standing.content["object"] != object.plural:
        raise NotFound("There is no such action_rule.")
    said, now = _reason(reason), clock.stamp(ctx.now)
    previous = advice.of(ctx, [row.id]).get(rule)
    if previous is not None and previous.answer == word and now < previous.until:
        return _told(rule, previous)
    until = clock.stamp(ctx.now + timedelta(days=standing.content["rest_days"]))
    given = Answer(word, ctx.actor.id, now, ctx.new_id(), until)
    text = f"{standing.name}: {said}" if said else standing.name
    entry = Entry(given.entry, f"action_{word}", ctx.actor.id, now, data={"rule": rule, "text": text})
    try:
        writes.execute(
            ctx, [advice.put(ctx, row.id, rule, given, previous=previous), timeline.append(ctx, row.id, entry)]
        )
    except writes.Refused:
        raise AnsweredMeanwhile("Somebody else has answered this just now.") from None
    return _told(rule, given)


def take_back(ctx: Context, *, plural: str, id: str, rule: str) -> None:
    """Take an answer back: the rule rests no longer, and nothing tells of it.

    :raises NotFound: when there is no such customer, or nothing was answered.
    """
    _, row = _customer(ctx, plural, id)
    given = advice.of(ctx, [row.id]).get(rule)
    if given is None:
        raise NotFound("Nothing was answered to this.")
    entry = timeline.take_back(ctx, row.id, at=given.at, id=given.entry)
    try:
        writes.execute(ctx, [advice.drop(ctx, row.id, rule, given), entry])
    except writes.Refused:
        raise AnsweredMeanwhile("Somebody else has answered this just now.") from None


def _customer(ctx: Context, plural: str, id: str) -> tuple[Object, Row]:
    object, row = lookup.seen(ctx, plural, id, action="update")
    if not object.features.customer:
        raise NotFound("These records have no card.")
    return object, row


def _reason(raw: str) -> str:
    try:
        return plain_text(raw, max_length=LONGEST_REASON)
    except Refusal as refusal:
        raise InvalidInput.of("reason", refusal.code, refusal.message) from None


def _told(rule: str, answer: Answer) -> dict[str, Any]:
    return {"rule": rule, "answer": answer.answer, "by": answer.by, "at": answer.at, "until": answer.until}


def _collected(ctx: Context, record: str) -> Sequence[Any]:
    return [_told(rule, answer) for rule, answer in advice.of(ctx, [record]).items()]


def _nothing_stays(_: Context, __: Object, ___: Row) -> None:
    return


def _gone(ctx: Context, record: str) -> None:
    writes.execute(ctx, [advice.forget(ctx, record)])


def _not_told(_: Context, __: Change, ___: Any) -> Sequence[Write]:
    return ()


KEEPING: Final = Keeping("advice", _collected, _nothing_stays, _gone, _not_told)
