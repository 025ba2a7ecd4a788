"""A few of the sample firm: some people of each group, their companies, and what its marketing had to do with them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from chalicelib.samples import people as sample_people
from chalicelib.samples import permissions
from chalicelib.samples.firm import SEED
from chalicelib.samples.plan import Dice, Ref, Sample

OF_EACH = 2


def _chosen() -> frozenset[str]:
    dice = Dice(seed=SEED, today=date(2026, 11, 21), locale="es")
    contacts = sample_people.contacts(dice, sample_people.companies(dice))
    groups, counts, keys = permissions.groups(contacts), dict.fromkeys(permissions.GROUPS, 0), set[str]()
    for contact in contacts:
        group = groups[contact.key]
        if counts[group] < OF_EACH:
            counts[group] += 1
            keys |= {contact.key, contact.values["companies"][0]["id"].key}
    return frozenset(keys)


KEYS = _chosen()
HOTEL = "company:hotelretiro"
"""Their best customer, who has been silent for four months."""
MARKETING = ("segments", "templates", "campaigns", "campaign_ends", "automations", "action_rules")


def people(samples: Sequence[Sample]) -> list[Sample]:
    """Return the few people with their companies, and what bounced of theirs."""
    return [sample for sample in samples if sample.key in KEYS or _about_one(sample, "bounces")]


def with_marketing(samples: Sequence[Sample]) -> list[Sample]:
    """Return the few people, and all that was planned for anybody, with what befell those few."""
    told = [*people(samples)]
    told += [_of_few(each) for each in samples if each.plural in MARKETING or _about_one(each, "mails", "runs")]
    return told


def with_advice(samples: Sequence[Sample]) -> list[Sample]:
    """Return the best customer with what they bought, and the rules of action."""
    bought = [each for each in samples if each.plural == "orders" and each.values["company"] == Ref(HOTEL)]
    about = {HOTEL, *(order.values["contact"].key for order in bought)}
    about |= {line["product"].key for order in bought for line in order.values["lines"] if "product" in line}
    told = [each for each in samples if each.key in about]
    return [*told, *bought, *(each for each in samples if each.plural == "action_rules")]


def said(told: Mapping[str, Any]) -> str:
    """Return what holds of marketing by mail, as a record's page says it."""
    found = next(each for each in told["standing"] if each["purpose"] == "marketing")
    return str(found["state"] if found["reason"] in (None, "quiet_hours") else found["reason"])


def _about_one(sample: Sample, *plurals: str) -> bool:
    return sample.plural in plurals and sample.key.partition(":")[2] in KEYS


def _of_few(sample: Sample) -> Sample:
    if sample.plural != "campaign_ends":
        return sample
    left_out = [each for each in sample.values["left_out"] if _key(each["contact"]) in KEYS]
    return replace(sample, values={**sample.values, "left_out": left_out, "recipients": 6})


def _key(ref: Ref) -> str:
    return ref.key
