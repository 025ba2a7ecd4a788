"""Distribuciones Olmedo as a plan: every sample with its values, its owner and the moments it lived through.

The plan is a pure function of today's date and the language, from a fixed seed: the same day gives the same firm.
A value may be a ``Ref`` to another sample; loading turns it into that record's id.
"""

from collections.abc import Sequence
from datetime import date

from chalicelib.samples import advice, agenda, campaigns, people, permissions, trade, welcome
from chalicelib.samples.plan import Dice, Sample, StageSketch

SEED = 1925


def plan(*, today: date, locale: str, first_pipeline: str, first_stages: Sequence[StageSketch]) -> Sequence[Sample]:
    """Return every sample; each comes after those it refers to.

    ``first_pipeline`` is the id of the pipeline that the workspace was born with.
    """
    dice = Dice(seed=SEED, today=today, locale=locale)
    companies = people.companies(dice)
    contacts = people.contacts(dice, companies)
    firsts = people.first_of_each_company(contacts)
    leads = [*people.leads(dice)]
    deals = [*trade.deals(dice, companies, firsts, (first_pipeline, first_stages))]
    orders = campaigns.sold(dice, [*trade.orders(dice, companies, firsts)], contacts, companies)
    return [
        *companies,
        *contacts,
        *permissions.bounces(dice, contacts),
        *leads,
        *trade.products(dice),
        trade.second_pipeline(dice),
        *deals,
        *orders,
        *agenda.tasks(dice, companies, firsts),
        *agenda.conversations(dice, companies, firsts),
        *campaigns.marketing(dice, contacts, campaigns.buyers(orders, firsts)),
        *welcome.welcome(dice, contacts),
        *advice.rules(dice),
    ]


def fair_file(*, today: date, locale: str) -> str:
    """Return the CSV of the people whom the firm met at a fair, some of whom it knows."""
    dice = Dice(seed=SEED, today=today, locale=locale)
    contacts = people.contacts(dice, people.companies(dice))
    return people.people_file(dice, contacts)
