"""Distribuciones Olmedo as a plan: every sample record with its values, its owner and the moments it lived through.

The plan is a pure function of today's date and the language, from a fixed seed: the same day gives the same firm.
A value may be a ``Ref`` to another sample; loading turns it into that record's id.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from itertools import chain
from typing import Any

from chalicelib.kernel.text import fold
from chalicelib.samples import words

SEED = 1925
OPEN_DEALS_TOTAL = 386_000
SILENT_IN_MADRID = 17
MONTHS = 24
ORDERS = 1_800
REPS = (2, 3, 4)
"""Positions of the three sales reps among the users: admin, manager, rep, rep, rep, viewer."""

# Share of a year's orders by month, January first: hampers in December, holidays in August.
SEASON = (6, 6, 8, 9, 9, 9, 8, 4, 8, 9, 11, 13)


@dataclass(frozen=True, slots=True)
class Ref:
    """Stands for the id of another sample record."""

    key: str


@dataclass(frozen=True, slots=True)
class Step:
    """A later change to a sample record."""

    at: datetime
    changes: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sample:
    """One record to be: ``owner`` is a position among the workspace's users, taken modulo their number."""

    key: str
    plural: str
    at: datetime
    owner: int
    values: Mapping[str, Any]
    steps: Sequence[Step] = field(default=())


@dataclass(frozen=True, slots=True)
class StageSketch:
    """What the plan must know of a stage: its key, how long deals should stay there, and whether it ends them."""

    key: str
    expected_days: int | None
    kind: str


class Firm:
    """Builds the plan in the order in which records depend on one another."""

    def __init__(self, *, today: date, locale: str, first_pipeline: str, first_stages: Sequence[StageSketch]) -> None:
        self._random = random.Random(SEED)  # noqa: S311 - sample data, not a secret
        self._today = today
        self._language = 0 if locale.startswith("es") else 1
        self._first_pipeline = first_pipeline
        self._first_stages = first_stages
        self._companies: list[Sample] = []
        self._contacts: dict[str, list[Sample]] = {}

    def plan(self) -> Sequence[Sample]:
        """Return every sample record; each comes after those it refers to."""
        return list(
            chain(
                self._make_companies(),
                self._make_contacts(),
                self._make_leads(),
                self._make_products(),
                self._make_second_pipeline(),
                self._make_deals(),
                self._make_orders(),
                self._make_tasks(),
                self._make_activities(),
            )
        )

    # -- people and companies ------------------------------------------------------------------------------------

    def _make_companies(self) -> Iterator[Sample]:
        trades = ((words.HOTELS, 8, "hospitality"), (words.RESTAURANTS, 12, "hospitality"), (words.SHOPS, 10, "retail"))
        for names, in_madrid, industry in trades:
            for position, name in enumerate(names):
                city = words.MADRID if position < in_madrid else self._pick(words.CITIES)
                slug = _slug(name)
                sample = Sample(
                    key=f"company:{slug}",
                    plural="companies",
                    at=self._days_ago(self._random.randint(735, 900)),
                    owner=self._pick(REPS),
                    values={
                        "name": name,
                        "industry": industry,
                        "size": self._pick(("1-9", "10-49", "50-249")) if industry == "hospitality" else "1-9",
                        "website": f"https://{slug}.example",
                        "emails": [{"value": f"hola@{slug}.example", "label": "work", "primary": True}],
                        "phones": [{"value": self._phone(), "label": "work", "primary": True}],
                        "address": {
                            "street": f"{self._pick(words.STREETS)}, {self._random.randint(1, 90)}",
                            "city": city,
                            "postal_code": "28001" if city == words.MADRID else "45001",
                            "country": "ES",
                        },
                    },
                )
                self._companies.append(sample)
                yield sample

    def _make_contacts(self) -> Iterator[Sample]:
        """498 people, six of whom were entered twice: the import of ``people_file`` brings the workspace to 600."""
        for number in range(498):
            company = self._companies[number % len(self._companies)]
            yield self._contact(f"contact:{number}", company)
        people = [contact for contacts in self._contacts.values() for contact in contacts]
        for number, original in enumerate(self._random.sample(people, 6)):
            yield self._twin(f"contact:twin:{number}", original)

    def _contact(self, key: str, company: Sample) -> Sample:
        first, last = self._name()
        slug = company.key.removeprefix("company:")
        sample = Sample(
            key=key,
            plural="contacts",
            at=company.at + timedelta(days=self._random.randint(0, 300)),
            owner=company.owner,
            values={
                "first_name": first,
                "last_name": last,
                "job_title": self._pick(words.JOB_TITLES)[self._language],
                "emails": [{"value": self._email(first, last, key, slug), "label": "work", "primary": True}],
                "phones": [{"value": self._phone(), "label": "mobile", "primary": True}],
                "companies": [{"id": Ref(company.key), "primary": True}],
                "source": self._pick(("web", "referral", "fair", "campaign", "phone")),
            },
        )
        self._contacts.setdefault(company.key, []).append(sample)
        return sample

    def _twin(self, key: str, original: Sample) -> Sample:
        """The same person entered again, without the second surname and under a second address."""
        values = dict(original.values)
        values["last_name"] = values["last_name"].split()[0]
        values["emails"] = [{**values["emails"][0], "value": "otra." + values["emails"][0]["value"]}]
        return Sample(key, "contacts", original.at + timedelta(days=40), original.owner, values)

    def _make_leads(self) -> Iterator[Sample]:
        sources = ("web", "referral", "fair", "campaign", "phone")
        for number in range(40):
            first, last = self._name()
            unattended = number < 7
            yield Sample(
                key=f"lead:{number}",
                plural="leads",
                at=self._days_ago(self._random.randint(1, 6) if unattended else self._random.randint(8, 120)),
                owner=self._pick(REPS),
                values={
                    "first_name": first,
                    "last_name": last,
                    "company_name": f"{self._pick(('Bar', 'Hostal', 'Tienda', 'Mesón'))} {last.split()[0]}",
                    "emails": [{"value": self._email(first, last, f"lead{number}", "correo"), "primary": True}],
                    "phones": [{"value": self._phone(), "primary": True}],
                    "source": sources[number % len(sources)],
                    "status": "new" if unattended else self._pick(("contacted", "qualified", "unqualified")),
                },
            )

    # -- sales ---------------------------------------------------------------------------------------------------

    def _make_products(self) -> Iterator[Sample]:
        for sku, names, cents, category in words.PRODUCTS:
            yield Sample(
                key=f"product:{sku}",
                plural="products",
                at=self._days_ago(900),
                owner=0,
                values={
                    "name": names[self._language],
                    "sku": sku,
                    "unit_price": _euros(cents),
                    "category": category,
                    "active": True,
                },
            )

    def _make_second_pipeline(self) -> Iterator[Sample]:
        yield Sample(
            key="pipeline:second",
            plural="pipelines",
            at=self._days_ago(900),
            owner=0,
            values={
                "name": words.SECOND_PIPELINE[self._language],
                "stages": [
                    {
                        "key": key,
                        "label": labels[self._language],
                        "probability": probability,
                        "order": order,
                        "expected_days": days,
                        "kind": kind,
                    }
                    for order, (key, labels, probability, days, kind) in enumerate(words.SECOND_PIPELINE_STAGES)
                ],
            },
        )

    def _make_deals(self) -> Iterator[Sample]:
        second = [StageSketch(key, days, kind) for key, _, _, days, kind in words.SECOND_PIPELINE_STAGES]
        pipelines: list[tuple[str | Ref, Sequence[StageSketch]]] = [
            (self._first_pipeline, self._first_stages),
            (Ref("pipeline:second"), second),
        ]
        amounts = self._amounts_adding_to(OPEN_DEALS_TOTAL, 48)
        for number in range(168):
            pipeline, stages = pipelines[number % 3 == 2]
            kind = "open" if number < 48 else "won" if number < 118 else "lost"
            yield self._deal(number, pipeline, stages, kind, amounts[number] if kind == "open" else None)

    def _deal(
        self, number: int, pipeline: str | Ref, stages: Sequence[StageSketch], kind: str, amount: int | None
    ) -> Sample:
        company = self._companies[(number * 7) % len(self._companies)]
        opening = [stage for stage in stages if stage.kind == "open"]
        stage = opening[number % len(opening)]
        is_stalled, lacks_next_step = kind == "open" and number < 6, kind == "open" and 6 <= number < 10
        if kind == "open":
            expected = stage.expected_days or 30
            age = expected + 12 if is_stalled else self._random.randint(1, max(2, expected // 2))
            steps: Sequence[Step] = ()
        else:
            age = self._random.randint(60, 640)
            steps = (self._closing(stages, kind, number, age),)
        values: dict[str, Any] = {
            "name": f"{words.DEAL_NAMES[number % len(words.DEAL_NAMES)][self._language]}, {company.values['name']}",
            "amount": _euros(100 * (amount if amount is not None else self._random.randint(8, 240) * 50)),
            "pipeline": pipeline,
            "stage": stage.key,
            "close_date": (
                self._today + timedelta(days=self._random.randint(5, 75) if kind == "open" else 0)
            ).isoformat()
            if kind == "open"
            else steps[0].at.date().isoformat(),
            "company": Ref(company.key),
            "contacts": [Ref(self._contacts[company.key][0].key)],
        }
        if not lacks_next_step and kind == "open":
            values["next_step"] = self._pick(words.NEXT_STEPS)[self._language]
        return Sample(f"deal:{number}", "deals", self._days_ago(age), company.owner, values, steps)

    def _closing(self, stages: Sequence[StageSketch], kind: str, number: int, age: int) -> Step:
        changes: dict[str, Any] = {"stage": next(stage.key for stage in stages if stage.kind == kind)}
        if kind == "lost":
            changes["lost_reason"] = ("price", "competitor", "no_budget", "no_response", "timing")[number % 5]
        return Step(self._days_ago(age - self._random.randint(10, min(50, age - 1))), changes)

    def _make_orders(self) -> Iterator[Sample]:
        """1,800 orders with a season; seventeen companies of Madrid have been silent for more than three months."""
        silence = self._silence_by_company()
        days = self._order_days()
        yield from (self._order(number, self._buyer(day, silence, number), day) for number, day in enumerate(days))

    def _silence_by_company(self) -> Mapping[str, int]:
        """Days since the last order a company may have: 122 for the best customer, 95 or more for the other silent."""
        madrid = [c for c in self._companies if c.values["address"]["city"] == words.MADRID]
        silent = {company.key: self._random.randint(95, 200) for company in madrid[:SILENT_IN_MADRID]}
        silent[f"company:{_slug(words.BEST_CUSTOMER)}"] = 122
        return silent

    def _order_days(self) -> Sequence[int]:
        """Ages in days of all orders, newest first; each company that is not silent needs a recent one."""
        ages = list(range(1, 730))
        weights = [SEASON[(self._today - timedelta(days=age)).month - 1] for age in ages]
        return sorted(self._random.choices(ages, weights, k=ORDERS))

    def _buyer(self, age: int, silence: Mapping[str, int], number: int) -> Sample:
        """The best customer orders every week until it falls silent; the others take turns, then chance decides."""
        best = self._companies[0]
        if age >= silence[best.key] and number % 12 == 0:
            return best
        eligible = [c for c in self._companies[1:] if age >= silence.get(c.key, 0)]
        return eligible[number] if number < len(eligible) and age < 90 else self._pick(eligible)

    def _order(self, number: int, company: Sample, age: int) -> Sample:
        at = self._days_ago(age)
        lines = [
            {
                "product": Ref(f"product:{sku}"),
                "name": names[self._language],
                "quantity": self._random.choice((6, 12, 24, 36)) * (2 if company is self._companies[0] else 1),
                "unit_price": _euros(cents),
            }
            for sku, names, cents, _ in self._random.sample(words.PRODUCTS, self._random.randint(1, 4))
        ]
        return Sample(
            key=f"order:{number}",
            plural="orders",
            at=at,
            owner=company.owner,
            values={
                "number": f"P-{at.year}-{ORDERS - number:05}",
                "date": at.date().isoformat(),
                "company": Ref(company.key),
                "contact": Ref(self._contacts[company.key][0].key),
                "status": "confirmed" if age < 7 else "delivered",
                "lines": lines,
            },
        )

    # -- agenda --------------------------------------------------------------------------------------------------

    def _make_tasks(self) -> Iterator[Sample]:
        offsets = [-9, -6, -4, -2, -1] + [0] * 6 + [self._random.randint(1, 21) for _ in range(17)]
        for number in range(40):
            is_done = number >= len(offsets)
            offset = -self._random.randint(3, 40) if is_done else offsets[number]
            company = self._companies[(number * 11) % len(self._companies)]
            values: dict[str, Any] = {
                "subject": words.TASK_SUBJECTS[number % len(words.TASK_SUBJECTS)][self._language],
                "due": f"{self._today + timedelta(days=offset)}T{9 + number % 9:02}:{30 * (number % 2):02}",
                "priority": ("normal", "high", "low")[number % 3],
                "company": Ref(company.key),
                "contact": Ref(self._contacts[company.key][0].key),
            }
            if offset > 0:
                values["reminder"] = 30
            created = self._days_ago(max(1, 5 - min(offset, 0)))
            steps = (Step(self._days_ago(-offset), {"status": "done"}),) if is_done else ()
            yield Sample(f"task:{number}", "tasks", created, company.owner, values, steps)

    def _make_activities(self) -> Iterator[Sample]:
        """Calls, meetings and notes of the twenty companies that come first, the best customer's most of all."""
        for position, company in enumerate(self._companies[:20]):
            for number in range(6 if position == 0 else 2):
                yield self._activity("call", "calls", company, number, words.CALL_SUBJECTS, (5, 10, 20))
            for number in range(3 if position == 0 else 1):
                yield self._activity("meeting", "meetings", company, number, words.MEETING_SUBJECTS, (30, 60, 90))
            note = words.NOTES[position % len(words.NOTES)][self._language]
            yield Sample(
                f"note:{position}",
                "notes",
                self._days_ago(self._random.randint(30, 200)),
                company.owner,
                {"text": note, "company": Ref(company.key)},
            )

    def _activity(
        self,
        kind: str,
        plural: str,
        company: Sample,
        number: int,
        subjects: Sequence[tuple[str, str]],
        minutes: Sequence[int],
    ) -> Sample:
        at = self._days_ago(self._random.randint(10, 300))
        return Sample(
            key=f"{kind}:{company.key}:{number}",
            plural=plural,
            at=at,
            owner=company.owner,
            values={
                "subject": subjects[number % len(subjects)][self._language],
                "at": at.strftime("%Y-%m-%dT%H:%M"),
                "duration": self._pick(minutes),
                "outcome": "done",
                "company": Ref(company.key),
                "contact": Ref(self._contacts[company.key][0].key),
            },
        )

    # -- dice ----------------------------------------------------------------------------------------------------

    def _pick(self, options: Sequence[Any]) -> Any:
        return self._random.choice(options)

    def _name(self) -> tuple[str, str]:
        return self._pick(words.FIRST_NAMES), f"{self._pick(words.LAST_NAMES)} {self._pick(words.LAST_NAMES)}"

    def _email(self, first: str, last: str, key: str, slug: str) -> str:
        number = "".join(character for character in key if character.isdigit())
        return f"{_slug(first)}.{_slug(last.split()[0])}{number}@{slug}.example"

    def _phone(self) -> str:
        return f"+34925000{self._random.randint(0, 999):03}"

    def _days_ago(self, days: int) -> datetime:
        return datetime.combine(self._today - timedelta(days=days), time(9 + days % 8, days % 60), UTC)

    def _amounts_adding_to(self, total: int, count: int) -> Sequence[int]:
        amounts = [self._random.randint(20, 300) * 50 for _ in range(count - 1)]
        scale = (total * 0.98) / sum(amounts)
        scaled = [max(500, round(amount * scale / 50) * 50) for amount in amounts]
        return [*scaled, total - sum(scaled)]


def people_file(*, contacts: Sequence[Sample], locale: str) -> str:
    """Return the CSV of 120 rows that the workspace imports: 96 new, 14 changed, 6 already right, 4 broken."""
    es = locale.startswith("es")
    header = "Nombre,Apellidos,Correo,Cargo" if es else "First name,Last name,Email,Job title"
    known = [contact for contact in contacts if not contact.key.startswith("contact:twin")]
    rows = [f"Feria{number},Alimentaria Toledo,visitante{number}@feria.example," for number in range(96)]
    rows += [_row(contact, "Dirección" if es else "Management") for contact in known[:14]]
    rows += [_row(contact, contact.values["job_title"]) for contact in known[14:20]]
    rows += [f"Roto{number},Sin correo,no-es-un-correo-{number}," for number in range(4)]
    return "\r\n".join([header, *rows, ""])


def _row(contact: Sample, job_title: str) -> str:
    values = contact.values
    return f"{values['first_name']},{values['last_name']},{values['emails'][0]['value']},{job_title}"


def _slug(name: str) -> str:
    return "".join(character for character in fold(name) if character.isalnum())


def _euros(cents: int) -> Mapping[str, str]:
    return {"amount": f"{cents // 100}.{cents % 100:02}", "currency": "EUR"}
