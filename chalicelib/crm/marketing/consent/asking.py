"""Double opt-in: the mailbox itself says yes, by a link that works once; until then nothing is permitted.

What holds meanwhile is not touched by a question: a customer stays a customer, and who refused has refused. The link
names what stands about the person by a random number. It confirms that and nothing later: after a refusal, or when the
address belongs to the person no more, it opens nothing. Nobody is asked twice within a day, nor more than three times
unless they ask for it themselves on a form.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final

from chalicelib.crm.marketing.consent import addresses, deciding, evidence, mails, purposes, standing
from chalicelib.crm.marketing.consent.deciding import Decision, Place
from chalicelib.crm.marketing.consent.evidence import Evidence
from chalicelib.crm.marketing.consent.purposes import EMAIL
from chalicelib.crm.marketing.mail import firm
from chalicelib.engine import links, outbox, reach
from chalicelib.engine.outbox import Delivery, Mail
from chalicelib.kernel import clock
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import Conflict, InvalidInput
from chalicelib.settings import current
from chalicelib.storage.plan import Write

CONFIRM: Final = "consent"
RUN: Final = "consents"
LIVES: Final = timedelta(days=30)
WAIT: Final = timedelta(days=1)
MOST: Final = 3
_SEPARATOR: Final = "/"


class AddressSuppressed(Conflict):
    """The address is not written to, whatever for."""

    code = "address_suppressed"


class AskedEnough(Conflict):
    """The person was asked several times and has not answered."""

    code = "asked_enough"


@dataclass(frozen=True, slots=True)
class Question:
    """What a link of confirmation is about."""

    object: str
    id: str
    purpose: str
    number: str

    def spelled(self) -> str:
        """Return it as a link carries it."""
        return _SEPARATOR.join((self.object, self.id, self.purpose, self.number))

    @classmethod
    def of(cls, text: str) -> "Question":
        """Return what a link carried.

        :raises NotFound: when it is none.
        """
        parts = text.split(_SEPARATOR)
        if len(parts) != 4:
            raise links.gone()
        return cls(*parts)


def ask(ctx: Context, *, object: str, id: str, purpose: str, asked: Evidence, by_person: bool = False) -> Place:
    """Mail a person a link with which they permit a purpose; ``asked`` is what they were told, where and when.

    :raises InvalidInput: when they have no address.
    :raises AddressSuppressed: when nobody writes to that address.
    :raises WithdrawnSince: when they refused, and do not ask for it themselves.
    :raises AskedEnough: when they were asked often enough.
    """
    named = purposes.get(ctx, purpose)
    number = ctx.ids.secret()[:22]

    def how(place: Place) -> Decision | None:
        address, own = place.person.address(), place.own.facts
        if place.said.state == standing.GRANTED:
            return None
        _require_reachable(address, place, is_asked_for=by_person)
        since = own.get("asked_at")
        if since is not None and clock.parse(since) > ctx.now - WAIT and own.get("number"):
            return None  # a mail is under way
        times = int(own.get("times", 0)) + 1
        if times > MOST and not by_person:
            raise AskedEnough("This person was asked several times; wait until they ask for it.")
        kept = own if own.get("state") in (standing.WITHDRAWN, standing.SOFT) else {}
        facts = {
            "over": dict(kept.get("over", {})),
            "number": number,
            "asked_at": clock.stamp(ctx.now),
            "times": times,
            "digest": addresses.digest_of(ctx, address or ""),
            "asked": asked.told(),
        }
        return Decision(
            deciding.ASKED,
            kept.get("state", standing.PENDING),
            kept.get("basis", evidence.DOUBLE),
            kept.get("at", clock.stamp(ctx.now)),
            facts,
            asked.told(),
            beside=[_mail(ctx, place, named, number)],
        )

    return deciding.decide(ctx, object=object, id=id, channel=EMAIL, purpose=purpose, how=how)


def confirm(ctx: Context, *, subject: str, ip: str) -> Mapping[str, Any]:
    """Let what a link was mailed for be permitted, and return for what; confirmed again it stays so.

    :raises NotFound: when the link opens nothing any more.
    """
    question = Question.of(subject)

    def how(place: Place) -> Decision | None:
        own = next((each for each in place.found.standings if each.facts.get("number") == question.number), None)
        if own is None or place.person.row.deleted_at is not None:
            raise links.gone()
        if own.facts["decision"] == deciding.GIVEN:
            return None
        mine = {addresses.digest_of(ctx, each) for each in place.person.addresses()}
        if own.facts.get("decision") != deciding.ASKED or own.facts["digest"] not in mine:
            raise links.gone()
        return deciding.giving(_confirmed(ctx, own.facts, ip), facts=_remembered(own.facts))(place)

    place = deciding.decide(
        ctx, object=question.object, id=question.id, channel=EMAIL, purpose=question.purpose, how=how
    )
    return told(ctx, place.purpose, reach.language(ctx, place.person.row))


def opened(ctx: Context, *, subject: str) -> Mapping[str, Any]:
    """Return for what a link asks, changing nothing.

    :raises NotFound: when it opens nothing any more.
    """
    question = Question.of(subject)
    place = deciding.look(ctx, object=question.object, id=question.id, channel=EMAIL, purpose=question.purpose)
    if not any(each.facts.get("number") == question.number for each in place.found.standings):
        raise links.gone()
    return told(ctx, place.purpose, reach.language(ctx, place.person.row))


def told(ctx: Context, purpose: str, language: reach.Language) -> dict[str, Any]:
    """Return what a page says of a purpose: never who is asked."""
    named = purposes.get(ctx, purpose)
    return {
        "firm": firm.load(ctx).name,
        "language": language,
        "purpose": {"key": named.key, "label": named.label.both(), "text": named.text.both()},
    }


def compose(ctx: Context, delivery: Delivery) -> Mail:
    """Return the mail that asks, made when it goes: its row holds neither name nor address."""
    place = _place_of(ctx, delivery)
    person, named = place.person, purposes.get(ctx, delivery.data["purpose"])
    question = Question(person.object.plural, person.row.id, named.key, delivery.recipient)
    language = reach.language(ctx, person.row)
    token = links.sign(ctx, CONFIRM, question.spelled(), expires=ctx.now + LIVES)
    data = {
        "firm": firm.load(ctx).name,
        "what": named.label.text(language),
        "text": named.text.text(language),
        "link": f"{current().public_url.rstrip('/')}/confirm/{token}",
        "days": LIVES.days,
    }
    return replace(mails.render_request(language, data), to=_asked_at(ctx, place, delivery) or "")


def still_asked(ctx: Context, delivery: Delivery) -> str | None:
    """Return why the question is not mailed any more, or None."""
    place = _place_of(ctx, delivery)
    if place.person.row.deleted_at is not None:
        return "deleted"
    if _asked(place, delivery) is None:
        return "answered"
    if _asked_at(ctx, place, delivery) is None:
        return "no_address"
    return addresses.reason_in(place.suppression)


def _place_of(ctx: Context, delivery: Delivery) -> Place:
    about, purpose = delivery.about, delivery.data["purpose"]
    return deciding.look(ctx, object=about["plural"], id=about["id"], channel=EMAIL, purpose=purpose)


def _asked(place: Place, delivery: Delivery) -> Mapping[str, Any] | None:
    """Return what stands about the person by the question that a mail asks, if it is open."""
    found = (each.facts for each in place.found.standings if each.facts.get("number") == delivery.recipient)
    return next((facts for facts in found if facts["decision"] == deciding.ASKED), None)


def _asked_at(ctx: Context, place: Place, delivery: Delivery) -> str | None:
    """Return the address that was asked, if it is the person's still."""
    facts = _asked(place, delivery) or {}
    theirs = place.person.addresses()
    return next((each for each in theirs if addresses.digest_of(ctx, each) == facts.get("digest")), None)


REQUEST: Final = outbox.MailKind("consent_request", outbox.Policy.SECURITY, composed=compose, recheck=still_asked)


def _require_reachable(address: str | None, place: Place, *, is_asked_for: bool) -> None:
    if address is None:
        raise InvalidInput.of("channel", "no_address", "This person has no address to ask at.")
    if addresses.reason_in(place.suppression) is not None:
        raise AddressSuppressed("Nobody writes to this address any more.")
    if place.said.state == standing.WITHDRAWN and not is_asked_for:
        raise deciding.WithdrawnSince("This person refused; only they can ask for it again.")


def _mail(ctx: Context, place: Place, named: purposes.Purpose, number: str) -> Write:
    person = place.person
    about = {"object": person.object.name, "plural": person.object.plural, "id": person.row.id, "purpose": "service"}
    return outbox.plan(
        ctx,
        kind=REQUEST,
        run=RUN,
        recipient=number,
        to="",
        locale=reach.language(ctx, person.row),
        data={"purpose": named.key},
        not_after=ctx.now + WAIT,
        about=about,
    )


def _confirmed(ctx: Context, facts: Mapping[str, Any], ip: str) -> Evidence:
    asked: Mapping[str, Any] = facts["asked"]
    return Evidence(
        evidence.DOUBLE,
        asked["source"],
        clock.stamp(ctx.now),
        text=asked.get("text", ""),
        version=asked.get("text_version"),
        ip=ip,
        proof=f"link {facts['number']}, asked {facts['asked_at']}",
    )


def _remembered(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"number": facts["number"], "times": facts["times"]}
