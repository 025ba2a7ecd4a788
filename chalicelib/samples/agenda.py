"""The sample firm's days: tasks, and the calls, meetings and notes of its big customers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from typing import Any

from chalicelib.samples import words
from chalicelib.samples.plan import ADMINISTRATOR, Dice, Ref, Sample, Step

TASKS = 40
OVERDUE = (-9, -6, -4, -2, -1)
TODAY = 6
COMING = 17
BIG_CUSTOMERS = 20


def tasks(dice: Dice, companies: Sequence[Sample], people: Mapping[str, Ref]) -> Iterator[Sample]:
    """Yield forty tasks: five overdue, six due today, some to come and the others done."""
    still_open = [*OVERDUE, *[0] * TODAY, *[dice.between(1, 21) for _ in range(COMING)]]
    for number in range(TASKS):
        is_done = number >= len(still_open)
        offset = -dice.between(3, 40) if is_done else still_open[number]
        company = companies[(number * 11) % len(companies)]
        values: dict[str, Any] = {
            "subject": dice.said(words.TASK_SUBJECTS[number % len(words.TASK_SUBJECTS)]),
            "due": f"{dice.today + timedelta(days=offset)}T{9 + number % 9:02}:{30 * (number % 2):02}",
            "priority": ("normal", "high", "low")[number % 3],
            "company": Ref(company.key),
            "contact": people[company.key],
        }
        if offset > 0:
            values["reminder"] = 30
        steps = (Step(dice.days_ago(-offset), {"status": "done"}),) if is_done else ()
        created = dice.days_ago(max(1, 1 - offset))
        owner = ADMINISTRATOR if number % 3 == 0 else company.owner
        yield Sample(f"task:{number}", "tasks", created, owner, values, steps)


def conversations(dice: Dice, companies: Sequence[Sample], people: Mapping[str, Ref]) -> Iterator[Sample]:
    """Yield the calls, meetings and notes of the companies that come first, most of them the best customer's."""
    for position, company in enumerate(companies[:BIG_CUSTOMERS]):
        person = people[company.key]
        for number in range(6 if position == 0 else 2):
            yield _activity(dice, "calls", company, person, number, words.CALL_SUBJECTS, (5, 10, 20))
        for number in range(3 if position == 0 else 1):
            yield _activity(dice, "meetings", company, person, number, words.MEETING_SUBJECTS, (30, 60, 90))
        note = {"text": dice.said(words.NOTES[position % len(words.NOTES)]), "company": Ref(company.key)}
        yield Sample(f"note:{position}", "notes", dice.days_ago(dice.between(30, 200)), company.owner, note)


def _activity(
    dice: Dice,
    plural: str,
    company: Sample,
    person: Ref,
    number: int,
    subjects: Sequence[tuple[str, str]],
    minutes: Sequence[int],
) -> Sample:
    at = dice.days_ago(dice.between(10, 300))
    values = {
        "subject": dice.said(subjects[number % len(subjects)]),
        "at": at.strftime("%Y-%m-%dT%H:%M"),
        "duration": dice.pick(minutes),
        "outcome": "reached" if plural == "calls" else "held",
        "company": Ref(company.key),
        "contact": person,
    }
    return Sample(f"{plural}:{company.key}:{number}", plural, at, company.owner, values)
