"""What the sample firm sells: products, a second pipeline, deals and two years of orders."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from chalicelib.samples import words
from chalicelib.samples.plan import ADMINISTRATOR, Dice, Ref, Sample, StageSketch, Step, euros

OPEN, WON, LOST = 48, 70, 50
STALLED = 6
WITHOUT_NEXT_STEP = 4
OPEN_TOTAL_EUROS = 386_000
LOST_REASONS = ("price", "competitor", "no_budget", "no_response", "timing")
SECOND_PIPELINE = "pipeline:second"
SECOND_STAGES = tuple(StageSketch(key, days, kind) for key, _, _, days, kind in words.SECOND_PIPELINE_STAGES)

ORDERS = 1_800
DAYS = 730
SEASON = (6, 6, 8, 9, 9, 9, 8, 4, 8, 9, 11, 13)
"""Weight of each month, January first: hampers in December, holidays in August."""
SILENT_IN_MADRID = 17
BEST_CUSTOMER_SILENT_FOR = 122

Pipeline = tuple[str | Ref, Sequence[StageSketch]]
"""A pipeline's id, or the sample that will be one, and its stages."""


def products(dice: Dice) -> Iterator[Sample]:
    """Yield the catalogue: oil, wine, preserves and the pantry."""
    for sku, names, cents, category in words.PRODUCTS:
        values = {
            "name": dice.said(names),
            "sku": sku,
            "unit_price": euros(cents),
            "category": category,
            "active": True,
        }
        yield Sample(f"product:{sku}", "products", dice.days_ago(900), 0, values)


def second_pipeline(dice: Dice) -> Sample:
    """Return the pipeline for hotels and restaurants."""
    stages = [
        {
            "key": key,
            "label": dice.said(labels),
            "probability": probability,
            "order": order,
            "expected_days": days,
            "kind": kind,
        }
        for order, (key, labels, probability, days, kind) in enumerate(words.SECOND_PIPELINE_STAGES)
    ]
    values = {"name": dice.said(words.SECOND_PIPELINE), "stages": stages}
    return Sample(SECOND_PIPELINE, "pipelines", dice.days_ago(900), 0, values)


def deals(
    dice: Dice, companies: Sequence[Sample], people: Mapping[str, Ref], first_pipeline: Pipeline
) -> Iterator[Sample]:
    """Yield 168 deals, a third in the second pipeline; the first six are stalled, the next four lack a next step."""
    pipelines = (first_pipeline, first_pipeline, (Ref(SECOND_PIPELINE), SECOND_STAGES))
    amounts = _amounts_adding_to(dice, OPEN_TOTAL_EUROS, OPEN)
    for number in range(OPEN + WON + LOST):
        company = companies[(number * 7) % len(companies)]
        pipeline, stages = pipelines[number % 3]
        opening = [stage for stage in stages if stage.kind == "open"]
        stage = opening[number % len(opening)]
        values = {
            "name": f"{dice.said(words.DEAL_NAMES[number % len(words.DEAL_NAMES)])}, {company.values['name']}",
            "pipeline": pipeline,
            "stage": stage.key,
            "company": Ref(company.key),
            "contacts": [people[company.key]],
        }
        if number < OPEN:
            yield _open_deal(dice, number, company, stage, {**values, "amount": euros(100 * amounts[number])})
        else:
            kind = "won" if number < OPEN + WON else "lost"
            end = next(stage.key for stage in stages if stage.kind == kind)
            yield _closed_deal(dice, number, company, kind, end, values)


def _open_deal(dice: Dice, number: int, company: Sample, stage: StageSketch, values: Mapping[str, Any]) -> Sample:
    expected = stage.expected_days or 30
    age = expected + 12 if number < STALLED else dice.between(1, max(2, expected // 2))
    planned = {"close_date": (dice.today + timedelta(days=dice.between(5, 75))).isoformat()}
    if not STALLED <= number < STALLED + WITHOUT_NEXT_STEP:
        planned["next_step"] = dice.said(dice.pick(words.NEXT_STEPS))
    owner = ADMINISTRATOR if number % 4 == 0 else company.owner
    return Sample(f"deal:{number}", "deals", dice.days_ago(age), owner, {**values, **planned})


def _closed_deal(dice: Dice, number: int, company: Sample, kind: str, end: str, values: Mapping[str, Any]) -> Sample:
    age = dice.between(60, 640)
    closed_at = dice.days_ago(age - dice.between(10, 50))
    changes = {"stage": end}
    if kind == "lost":
        changes["lost_reason"] = LOST_REASONS[number % len(LOST_REASONS)]
    known = {"amount": euros(dice.between(8, 240) * 5_000), "close_date": closed_at.date().isoformat()}
    return Sample(
        f"deal:{number}",
        "deals",
        dice.days_ago(age),
        company.owner,
        {**values, **known},
        (Step(closed_at, changes),),
    )


def _amounts_adding_to(dice: Dice, total: int, count: int) -> Sequence[int]:
    """Return ``count`` amounts in whole euros that add up to ``total``."""
    amounts = [dice.between(20, 300) for _ in range(count - 1)]
    scale = total * 0.98 / sum(amounts)
    scaled = [max(500, round(amount * scale / 50) * 50) for amount in amounts]
    return [*scaled, total - sum(scaled)]


def orders(dice: Dice, companies: Sequence[Sample], people: Mapping[str, Ref]) -> Iterator[Sample]:
    """Yield 1,800 orders, newest first; seventeen companies of Madrid have been silent for more than three months."""
    best = companies[0]
    silence = _silence(dice, companies)
    for number, age in enumerate(_ages(dice)):
        company = (
            best if age >= silence[best.key] and number % 12 == 0 else _buyer(dice, companies, silence, number, age)
        )
        yield _order(dice, number, age, company, people[company.key], cases=2 if company is best else 1)


def _silence(dice: Dice, companies: Sequence[Sample]) -> Mapping[str, int]:
    """Return, for each company that has fallen silent, how many days ago its last order may be."""
    madrid = [company for company in companies if company.values["address"]["city"] == words.MADRID]
    silent = {company.key: dice.between(95, 200) for company in madrid[:SILENT_IN_MADRID]}
    return {**silent, companies[0].key: BEST_CUSTOMER_SILENT_FOR}


def _ages(dice: Dice) -> Sequence[int]:
    """Return the age in days of every order, newest first, as the season has it."""
    ages = range(1, DAYS)
    weights = [SEASON[(dice.today - timedelta(days=age)).month - 1] for age in ages]
    return sorted(dice.random.choices(ages, weights, k=ORDERS))


def _buyer(dice: Dice, companies: Sequence[Sample], silence: Mapping[str, int], number: int, age: int) -> Sample:
    """Return whoever is next in turn while the orders are recent, so that only the silent are silent; then chance."""
    eligible = [company for company in companies[1:] if age >= silence.get(company.key, 0)]
    return eligible[number] if number < len(eligible) and age < 90 else dice.pick(eligible)


def _order(dice: Dice, number: int, age: int, company: Sample, person: Ref, *, cases: int) -> Sample:
    at = dice.days_ago(age)
    lines = [
        {
            "product": Ref(f"product:{sku}"),
            "name": dice.said(names),
            "quantity": dice.pick((6, 12, 24, 36)) * cases,
            "unit_price": euros(cents),
        }
        for sku, names, cents, _ in dice.random.sample(words.PRODUCTS, dice.between(1, 4))
    ]
    values = {
        "number": f"P-{at.year}-{ORDERS - number:05}",
        "date": at.date().isoformat(),
        "company": Ref(company.key),
        "contact": person,
        "status": "confirmed" if age < 7 else "delivered",
        "lines": lines,
    }
    return Sample(f"order:{number}", "orders", at, company.owner, values)
