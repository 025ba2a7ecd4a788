"""How much speaks for two records being one: what each rule says, and what that comes to. Pure.

Every rule that speaks leaves less doubt: of what the others left, its weight goes. Names that contradict each other
bring doubt back, because colleagues share a switchboard and families an address; and where nothing but the name
speaks, a name of two words says less than one of three, and other numbers speak against it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from chalicelib.engine.duplicates import names, words
from chalicelib.engine.fields import registry
from chalicelib.engine.fields.link import edges
from chalicelib.engine.objects import DuplicateRule, Field

Values = Mapping[str, Any]

LOOSE_HOSTS = frozenset({"gmail.com", "googlemail.com"})
TRUNKS = (re.compile(r"(\+55\d\d)9(\d{8})"), re.compile(r"(\+54)9(\d{10})"), re.compile(r"(\+52)1(\d{10})"))
"""Digits that Brazil, Argentina and Mexico put in front of mobile numbers, or not: one number all the same."""

SHARED = 0.6
CLASHING = 0.58
ALIKE_FIRMS = 0.86
CONTRADICTED = 0.45
CONTRADICTS = 0.7
SAME_FIRM = 1.35
OTHER_FIRM = 0.85
FEW_WORDS = 0.9
FULL = 3
UNREACHABLE = 0.85


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two records look like one: the rule and its fields, and how far it convinces, 0 to 1."""

    rule: str
    fields: tuple[str, ...]
    share: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """How likely two records are one, 0 to 100, and why."""

    score: int
    reasons: tuple[Reason, ...] = ()


def judge(
    rules: Sequence[DuplicateRule], fields: Mapping[str, Field], one: Values, other: Values, *, is_person: bool
) -> Verdict:
    """Return how likely two records are one under the rules."""
    reasons = [reason for rule in rules if (reason := _reason(rule, fields, one, other, is_person))]
    doubt = 1.0
    for reason in reasons:
        doubt *= 1 - reason.share
    certainty = 1 - doubt
    if all(reason.rule == "name" for reason in reasons):
        certainty *= UNREACHABLE ** sum(_reached_otherwise(rule, one, other) for rule in rules)
    if any(_contradicts(rule, one, other, is_person) for rule in rules):
        certainty *= CONTRADICTED if all(reason.share <= SHARED for reason in reasons) else CONTRADICTS
    return Verdict(round(100 * certainty), tuple(sorted(reasons, key=lambda reason: -reason.share)))


def email_forms(stored: Any) -> frozenset[str]:
    """Return a record's addresses as their mailbox knows them: without a tag, and without dots where dots are free."""
    return frozenset(mailbox(entry["value"]) for entry in stored or ())


def mailbox(address: str) -> str:
    """Return the mailbox behind an address."""
    local, _, host = address.lower().rpartition("@")
    local = local.partition("+")[0] or local
    return f"{local.replace('.', '')}@gmail.com" if host in LOOSE_HOSTS else f"{local}@{host}"


def phone_forms(stored: Any) -> frozenset[str]:
    """Return a record's numbers, each country's variants told as one."""
    return frozenset(line(entry["value"]) for entry in stored or ())


def line(number: str) -> str:
    """Return the line that a number in E.164 rings, whichever of its country's forms it has."""
    for trunk in TRUNKS:
        found = trunk.fullmatch(number)
        if found:
            return found.group(1) + found.group(2)
    return number


def told(name: Any, *, is_person: bool) -> tuple[str, ...]:
    """Return the words of a name that tell."""
    return (names.of_person if is_person else names.of_firm)(str(name)) if name else ()


def _reason(
    rule: DuplicateRule, fields: Mapping[str, Field], one: Values, other: Values, is_person: bool
) -> Reason | None:
    share = {"exact": _exact, "email": _email, "phone": _phone, "name": _name}[rule.kind](
        rule, fields, one, other, is_person
    )
    return Reason(rule.kind, rule.fields, min(share * rule.weight / 100, 0.99)) if share else None


def _exact(rule: DuplicateRule, fields: Mapping[str, Field], one: Values, other: Values, _is_person: bool) -> float:
    pairs = [(_keys(fields[name], one.get(name)), _keys(fields[name], other.get(name))) for name in rule.fields]
    return float(all(mine and mine == theirs for mine, theirs in pairs))


def _keys(field: Field, stored: Any) -> frozenset[str]:
    return frozenset() if stored is None else frozenset(registry.of(field).keys(field, stored))


def _email(rule: DuplicateRule, _fields: Mapping[str, Field], one: Values, other: Values, _is_person: bool) -> float:
    common = email_forms(_all_of(rule, one)) & email_forms(_all_of(rule, other))
    return max((SHARED if address.partition("@")[0] in words.OFFICES else 1.0 for address in common), default=0.0)


def _phone(rule: DuplicateRule, _fields: Mapping[str, Field], one: Values, other: Values, _is_person: bool) -> float:
    return float(bool(phone_forms(_all_of(rule, one)) & phone_forms(_all_of(rule, other))))


def _all_of(rule: DuplicateRule, values: Values) -> list[Any]:
    return [entry for name in rule.fields for entry in values.get(name) or ()]


def _name(rule: DuplicateRule, fields: Mapping[str, Field], one: Values, other: Values, is_person: bool) -> float:
    likeness = _likeness(rule, one, other, is_person)
    if likeness * 100 < rule.threshold:
        return 0.0
    if is_person and min(len(told(values.get(rule.fields[0]), is_person=True)) for values in (one, other)) < FULL:
        likeness *= FEW_WORDS
    if len(rule.fields) == 1:
        return likeness
    firms = [_firm(fields[rule.fields[1]], values.get(rule.fields[1])) for values in (one, other)]
    if not all(firms):
        return likeness
    return likeness * (SAME_FIRM if _is_same_firm(*firms) else OTHER_FIRM)


def _likeness(rule: DuplicateRule, one: Values, other: Values, is_person: bool) -> float:
    mine, theirs = (told(values.get(rule.fields[0]), is_person=is_person) for values in (one, other))
    return names.alike(mine, theirs, is_person=is_person)


def _contradicts(rule: DuplicateRule, one: Values, other: Values, is_person: bool) -> bool:
    if rule.kind != "name" or not (one.get(rule.fields[0]) and other.get(rule.fields[0])):
        return False
    return _likeness(rule, one, other, is_person) < CLASHING


def _reached_otherwise(rule: DuplicateRule, one: Values, other: Values) -> bool:
    """Return whether both records say by which addresses or numbers they are reached, and none is the same."""
    return rule.kind in ("email", "phone") and bool(_all_of(rule, one) and _all_of(rule, other))


def _firm(field: Field, stored: Any) -> frozenset[str] | tuple[str, ...]:
    return frozenset(edges(stored)) if field.link else names.of_firm(str(stored or ""))


def _is_same_firm(one: frozenset[str] | tuple[str, ...], other: frozenset[str] | tuple[str, ...]) -> bool:
    if isinstance(one, frozenset) or isinstance(other, frozenset):
        return bool(frozenset(one) & frozenset(other))
    return names.alike(one, other, is_person=False) >= ALIKE_FIRMS


def reasons_told(verdict: Verdict) -> Iterator[dict[str, Any]]:
    """Yield the reasons of a verdict as people are told."""
    for reason in verdict.reasons:
        yield {"rule": reason.rule, "fields": list(reason.fields), "share": round(100 * reason.share)}
