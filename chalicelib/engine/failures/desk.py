"""What failed for good, from the desk of whoever can mend it: look, try again, or let it rest.

What is tried again is taken up by whoever gave it up, which its kind's ``Source`` knows. It leaves the list as it does,
and stays among what was settled for a while, so that asking twice does it once. What fails again is listed anew.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final

from chalicelib.engine import access, cursors, naming
from chalicelib.engine.failures import failing
from chalicelib.engine.failures.failing import KINDS, Failure
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, NotFound
from chalicelib.storage import failures as rows
from chalicelib.storage import plan, writes

RETRIED, DISMISSED = "retried", "dismissed"
REMEMBERED: Final = timedelta(days=30)
MOST_AT_ONCE: Final = 50
MOST_COUNTED: Final = 1_000
_MOST_READS: Final = 5


class NotRetried(Conflict):
    """It cannot be tried again, or only by somebody who knows that it may have worked."""

    code = "not_retried"


class IsSettled(Exception):
    """Whoever gave it up has taken it up already, or it is gone: there is nothing to try again."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where failures of a kind come from: who sees them, how one is tried again, and what each belongs to.

    ``may_retry`` says whether it can be tried now; ``retry`` raises ``IsSettled`` when there is nothing to try.
    ``titles`` finds what things are called, by failure, where the failure does not say so itself. What a failure
    ``belongs`` to may be a record: the plural of such ones, by the name under which the failure keeps their id.
    """

    kind: str
    sees: Callable[[Context, Failure], bool]
    retry: Callable[[Context, Failure], None]
    may_retry: Callable[[Context, Failure], bool] = lambda _ctx, failure: failure.may_retry
    titles: Callable[[Context, Sequence[Failure]], Mapping[str, str]] = lambda _ctx, _failures: {}
    belongs: Mapping[str, str] = field(default_factory=dict)


_sources: dict[str, Source] = {}


def declare(sources: Sequence[Source]) -> None:
    """Make known where failures come from; the composition root calls it once."""
    _sources.clear()
    _sources.update({source.kind: source for source in sources})


def page(ctx: Context, *, kind: str | None, limit: int, cursor: str | None) -> dict[str, Any]:
    """Return one page of what failed and the caller may look after, newest first.

    A page that asks for a kind may be short of others, or empty, before the end.
    """
    query = {"failures": kind}
    start = cursors.opened(ctx, query, cursor)
    found: list[Failure] = []
    for _ in range(_MOST_READS):
        read, start = rows.page(ctx, limit=limit - len(found), start=start)
        found += [failure for failure in map(failing.of_row, read) if _is_asked(ctx, failure, kind)]
        if start is None or len(found) >= limit:
            break
    return {"items": _told(ctx, found), "next_cursor": cursors.sealed(ctx, query, start)}


def counts(ctx: Context) -> dict[str, Any]:
    """Return how many failures the caller may look after, of each kind, among the newest thousand."""
    kinds = dict.fromkeys(KINDS, 0)
    found = [failing.of_row(row) for row in rows.each(ctx, most=MOST_COUNTED)]
    for failure in found:
        if _sees(ctx, failure):
            kinds[failure.kind] += 1
    return {"total": sum(kinds.values()), "kinds": kinds, "has_more": len(found) == MOST_COUNTED}


def retry(ctx: Context, *, id: str, knowingly: bool = False) -> dict[str, Any]:
    """Try again what failed, and return it as it is then; what was tried again already is not tried twice.

    :raises NotFound: when there is no such failure for the caller.
    :raises NotRetried: when it cannot be, or may have worked and the caller does not say that they know.
    """
    failure, state = _found(ctx, id)
    if state == RETRIED:
        return _shown(ctx, failure, state)
    if not _may_retry(ctx, failure):
        raise NotRetried("This cannot be tried again.")
    if failure.may_have_worked and not knowingly:
        raise NotRetried("It may have worked; say that you know.", code="may_have_worked")
    _retry(ctx, failure, was=state)
    return _shown(ctx, failure, RETRIED)


def retry_all(ctx: Context, *, kind: str) -> dict[str, Any]:
    """Try again what failed of a kind, but for what may have worked, as much as one request may.

    Return how many were ``retried`` and how many were ``left`` as they cannot be, and whether there are more.
    """
    retried = left = 0
    for failure in _of_kind(ctx, kind):
        if not _may_retry(ctx, failure) or failure.may_have_worked:
            left += 1
        elif retried == MOST_AT_ONCE:
            return {"retried": retried, "left": left, "has_more": True}
        else:
            _retry(ctx, failure)
            retried += 1
    return {"retried": retried, "left": left, "has_more": False}


def dismiss(ctx: Context, *, id: str) -> dict[str, Any]:
    """Let a failure rest: it is listed no more, until somebody wants it back.

    :raises NotFound: when there is no such failure for the caller.
    """
    failure, state = _found(ctx, id)
    if state is None:
        _settle(ctx, failure, DISMISSED)
    return _shown(ctx, failure, state or DISMISSED)


def dismiss_all(ctx: Context, *, kind: str) -> dict[str, Any]:
    """Let rest what failed of a kind, as much as one request may; return how many, and whether there are more."""
    dismissed = 0
    for failure in _of_kind(ctx, kind):
        if dismissed == MOST_AT_ONCE:
            return {"dismissed": dismissed, "has_more": True}
        _settle(ctx, failure, DISMISSED)
        dismissed += 1
    return {"dismissed": dismissed, "has_more": False}


def restore(ctx: Context, *, id: str) -> dict[str, Any]:
    """List a failure again that somebody let rest.

    :raises NotFound: when there is no such failure for the caller.
    """
    failure, state = _found(ctx, id)
    if state == DISMISSED:
        kept = rows.get(ctx, id, list=rows.SETTLED) or {}
        item = {name: value for name, value in kept.items() if name not in ("id", "state", "settled_by", "settled_at")}
        back = rows.delete(ctx, id, list=rows.SETTLED, when=plan.equals("state", DISMISSED))
        try:
            writes.execute(ctx, [back, rows.put(ctx, id, item)])
        except writes.Refused:
            state = RETRIED
        else:
            state = None
    return _shown(ctx, failure, state)


def _retry(ctx: Context, failure: Failure, *, was: str | None = None) -> None:
    with suppress(IsSettled):
        _sources[failure.kind].retry(ctx, failure)
    _settle(ctx, failure, RETRIED, was=was)


def _settle(ctx: Context, failure: Failure, state: str, *, was: str | None = None) -> None:
    """Keep that a failure was tried again or rests, in place of its mention among the open ones."""
    kept = failing.kept(failure) | {
        "state": state,
        "settled_by": ctx.actor.id,
        "settled_at": clock.stamp(ctx.now),
        "expires": int((ctx.now + REMEMBERED).timestamp()),
    }
    still = plan.absent() if was is None else plan.equals("state", was)
    settled = rows.put(ctx, failure.id, kept, list=rows.SETTLED, when=still)
    try:
        writes.execute(ctx, [settled, rows.delete(ctx, failure.id)])
    except writes.Refused:
        return  # somebody else has settled it


def _found(ctx: Context, id: str) -> tuple[Failure, str | None]:
    """Return a failure and how it was settled, None while it is open.

    :raises NotFound: when there is none that the caller may look after.
    """
    settled = rows.get(ctx, id, list=rows.SETTLED)
    row = settled or rows.get(ctx, id)
    failure = failing.of_row(row) if row else None
    if failure is None or not _sees(ctx, failure):
        raise NotFound("There is no such failure.")
    return failure, settled["state"] if settled else None


def _of_kind(ctx: Context, kind: str) -> Iterator[Failure]:
    for row in rows.each(ctx, most=MOST_COUNTED):
        failure = failing.of_row(row)
        if _is_asked(ctx, failure, kind):
            yield failure


def _is_asked(ctx: Context, failure: Failure, kind: str | None) -> bool:
    return kind in (None, failure.kind) and _sees(ctx, failure)


def _sees(ctx: Context, failure: Failure) -> bool:
    return _sources[failure.kind].sees(ctx, failure)


def _may_retry(ctx: Context, failure: Failure) -> bool:
    return failure.may_retry and _sources[failure.kind].may_retry(ctx, failure)


def _shown(ctx: Context, failure: Failure, state: str | None) -> dict[str, Any]:
    (told,) = _told(ctx, [failure])
    return {**told, "state": state or "open", "may_retry": told["may_retry"] and state != RETRIED}


def _told(ctx: Context, failures: Sequence[Failure]) -> list[dict[str, Any]]:
    """Return what people are told of failures: names as far as whoever asks may know them."""
    subjects = [subject for failure in failures for subject in _subjects(failure)]
    names = naming.names(ctx, subjects)
    titles: dict[str, str] = {}
    for kind in {failure.kind for failure in failures}:
        titles |= _sources[kind].titles(ctx, [failure for failure in failures if failure.kind == kind])
    return [_one(ctx, failure, names, titles) for failure in failures]


def _one(
    ctx: Context, failure: Failure, names: Mapping[naming.Subject, str | None], titles: Mapping[str, str]
) -> dict[str, Any]:
    about = _about(failure)
    return {
        "id": failure.id,
        "kind": failure.kind,
        "what": failure.what,
        "title": titles.get(failure.id) or failure.title,
        "at": failure.at,
        "code": failure.code,
        "about": {"plural": about[0], "id": about[1], "name": names[about]} if about and about in names else None,
        "of": [
            {"what": what, "id": id, "name": names.get((_belongs(failure, what), id))}
            for what, id in sorted(failure.of.items())
        ],
        "by": failure.by or None,
        "may_retry": _may_retry(ctx, failure),
        "may_have_worked": failure.may_have_worked,
        "state": "open",
    }


def _subjects(failure: Failure) -> list[naming.Subject]:
    about = _about(failure)
    records = [(_belongs(failure, what), id) for what, id in failure.of.items()]
    return [*([about] if about else []), *(each for each in records if each[0])]


def _about(failure: Failure) -> naming.Subject | None:
    return (failure.about["plural"], failure.about["id"]) if failure.about else None


def _belongs(failure: Failure, what: str) -> str:
    return _sources[failure.kind].belongs.get(what, "")


def supervised(ctx: Context, _: Failure) -> bool:
    """Return whether the caller looks after the work of others."""
    return access.is_supervisor(ctx)
