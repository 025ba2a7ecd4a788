"""How something that failed for good comes to be listed: by writes of the transaction in which it fails.

Whoever gives something up - a mail, a run, a call, a job - lists it by ``listed`` and strikes it by ``struck`` when it
goes on after all. What is listed bears an id that follows from what failed and when, so both may be repeated. Who
administers the firm hears of the first of a kind, and then for a day of none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from typing import Any, Final

from chalicelib.engine import timers
from chalicelib.kernel import clock, ids
from chalicelib.kernel.context import Context
from chalicelib.storage import failures as rows
from chalicelib.storage.plan import Delete, Write

MAIL, AUTOMATION, WEBHOOK, JOB, PARKED = KINDS = ("mail", "automation", "webhook", "job", "parked")

TIMER: Final = "failures"
KEPT: Final = timedelta(days=90)
QUIET: Final = timedelta(days=1)
"""For how long nobody is told again of the same kind."""

GATHER: Final = timedelta(minutes=1)
"""How long what fails at once is gathered before somebody is told."""

_NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that failed at the instant ``at``, a stamp, for the reason ``code``.

    ``source`` names it where it lies, and nothing else does. ``what`` says which sort of its kind it is: the kind of a
    mail or a job, the queue of a message. ``about`` is the record that it concerns (``plural``, ``id``), ``of`` what it
    belongs to (``campaign``, ``automation``, ``webhook``). One that ``may_have_worked`` is tried again knowingly only.
    """

    kind: str
    source: Mapping[str, Any]
    at: str
    code: str
    what: str = ""
    title: str = ""
    by: str = ""
    about: Mapping[str, str] = field(default_factory=dict)
    of: Mapping[str, str] = field(default_factory=dict)
    may_retry: bool = True
    may_have_worked: bool = False

    @property
    def id(self) -> str:
        """The same for the same thing that failed at the same time; in order of time."""
        return id_of(self.kind, self.source, self.at)


def id_of(kind: str, source: Mapping[str, Any], at: str) -> str:
    """Return under which id something that failed at an instant is listed."""
    said = "\n".join([kind, *(f"{name}={source[name]}" for name in sorted(source))])
    digest = sha256(said.encode()).digest()
    return ids.Ids(random_bytes=lambda length: digest[:length]).ulid(clock.parse(at))


def listed(ctx: Context, failure: Failure) -> list[Write]:
    """Return the writes that list a failure, at most three, and see to it that somebody hears of it."""
    item = kept(failure) | {"expires": int((ctx.now + KEPT).timestamp())}
    return [rows.put(ctx, failure.id, item), *_announced(ctx, failure.kind)]


def struck(ctx: Context, kind: str, source: Mapping[str, Any], *, at: str) -> Delete:
    """Return the write that strikes off the list what failed at an instant; what is not there is no error."""
    return rows.delete(ctx, id_of(kind, source, at))


def of_row(row: Mapping[str, Any]) -> Failure:
    """Return the failure that a row holds."""
    return Failure(
        kind=row["kind"],
        source=row["source"],
        at=row["at"],
        code=row["code"],
        what=row.get("what", ""),
        title=row.get("title", ""),
        by=row.get("by", ""),
        about=row.get("about", _NOTHING),
        of=row.get("of", _NOTHING),
        may_retry=row["may_retry"],
        may_have_worked=row["may_have_worked"],
    )


def kept(failure: Failure) -> dict[str, Any]:
    """Return what a row keeps of a failure."""
    told = {name: getattr(failure, name) for name in ("what", "title", "by", "about", "of")}
    return {
        "kind": failure.kind,
        "source": dict(failure.source),
        "at": failure.at,
        "code": failure.code,
        **{name: dict(value) if isinstance(value, Mapping) else value for name, value in told.items() if value},
        "may_retry": failure.may_retry,
        "may_have_worked": failure.may_have_worked,
    }


def _announced(ctx: Context, kind: str) -> Sequence[Write]:
    """Return the writes that have somebody told in a while, unless somebody is told of the kind today already."""
    told = rows.told(ctx, kind)
    if told is not None and told["until"] > clock.stamp(ctx.now):
        return ()
    due = (ctx.now + GATHER).replace(second=0, microsecond=0) + GATHER
    return [
        rows.tell(
            ctx, kind, {**({"at": told["at"]} if told and "at" in told else {}), "until": clock.stamp(due + QUIET)}
        ),
        timers.row(ctx, id=f"failures:{kind}", kind=TIMER, due=due, data={"kind": kind}),
    ]
