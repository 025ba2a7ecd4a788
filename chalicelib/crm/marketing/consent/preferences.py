"""What a person decides themselves: the page of their preferences, and the one click that stops a kind of mail.

Whoever holds the link of a mail may do this and nothing else, signed in or not. The page never says whose it is.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from chalicelib.crm.marketing.consent import asking, deciding, evidence, people, purposes, standing
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.footers import Subject
from chalicelib.crm.marketing.consent.people import Person
from chalicelib.crm.marketing.consent.purposes import EMAIL, SERVICE, Purpose
from chalicelib.crm.marketing.mail import firm
from chalicelib.engine import links, reach
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

ONE_CLICK: Final = "one_click"
PAGE: Final = "preference_page"


def unsubscribe(ctx: Context, *, subject: str, ip: str) -> None:
    """Stop the kind of mail that bore a link; stopped again, or of somebody who is gone, it stays stopped."""
    about = Subject.of(subject)
    if about.purpose == SERVICE or people.find(ctx, about.object, about.id) is None:
        return
    _refuse(ctx, about, about.purpose, source=ONE_CLICK, ip=ip)


def read(ctx: Context, *, subject: str) -> dict[str, Any]:
    """Return what a person may choose among, and what holds.

    :raises NotFound: when the person is not there any more.
    """
    about = Subject.of(subject)
    return _shown(ctx, _person(ctx, about), about)


def change(ctx: Context, *, subject: str, wanted: Mapping[str, bool], locale: str, ip: str) -> dict[str, Any]:
    """Let a person receive what they choose and nothing else of what they named, and return what holds then.

    :raises InvalidInput: when the firm writes for no such purpose; nothing has changed then.
    :raises NotFound: when the person is not there any more.
    """
    about = Subject.of(subject)
    _person(ctx, about)
    offered = {each.key: each for each in _offered(ctx)}
    faults = [
        FieldError(f"wanted.{key}"[:80], "unknown_purpose", "There is no such purpose.")
        for key in wanted
        if key not in offered
    ]
    if faults:
        raise InvalidInput("Some purposes are not there.", errors=faults)
    for key, is_wanted in wanted.items():
        if is_wanted:
            _permit(ctx, about, offered[key], locale=locale, ip=ip)
        else:
            _refuse(ctx, about, key, source=PAGE, ip=ip)
    return _shown(ctx, _person(ctx, about), about)


def _permit(ctx: Context, about: Subject, purpose: Purpose, *, locale: str, ip: str) -> None:
    """Note a permission; whoever holds the link reads the mailbox, so there is nothing left to confirm."""
    given = Evidence(
        evidence.DOUBLE,
        PAGE,
        clock.stamp(ctx.now),
        text=purpose.text.text(locale),
        version=purpose.version,
        ip=ip,
        proof=f"link of mail {about.mid}",
    )

    def how(place: deciding.Place) -> deciding.Decision | None:
        # A box that was ticked before anybody touched it agrees to nothing: a customer stays one.
        return None if place.said.state in standing.PERMITTED else deciding.giving(given)(place)

    deciding.decide(ctx, object=about.object, id=about.id, channel=EMAIL, purpose=purpose.key, how=how)


def _refuse(ctx: Context, about: Subject, purpose: str, *, source: str, ip: str) -> None:
    how = deciding.withdrawing(ctx, how=standing.UNSUBSCRIBED, source=source, mid=about.mid, ip=ip)
    deciding.decide(ctx, object=about.object, id=about.id, channel=EMAIL, purpose=purpose, how=how)


def _person(ctx: Context, about: Subject) -> Person:
    person = people.find(ctx, about.object, about.id)
    if person is None or person.row.deleted_at is not None:
        raise links.gone()
    return person


def _offered(ctx: Context) -> Sequence[Purpose]:
    return [each for each in purposes.all(ctx) if each.key != SERVICE]


def _shown(ctx: Context, person: Person, about: Subject) -> dict[str, Any]:
    items = []
    for purpose in _offered(ctx):
        said = deciding.around(ctx, person, channel=EMAIL, purpose=purpose.key).said
        told = asking.told(ctx, purpose.key, reach.language(ctx, person.row))["purpose"]
        items.append({**told, "wanted": said.state in standing.PERMITTED})
    return {
        "firm": firm.load(ctx).name,
        "language": reach.language(ctx, person.row),
        "purpose": about.purpose,
        "items": items,
    }
