"""The sample firm's welcome: an automation, and its runs for those who agreed while it was enabled."""

from collections.abc import Iterator, Sequence
from typing import Final

from chalicelib.samples import letters, permissions
from chalicelib.samples.permissions import LEFT_WELCOME, STAYS, WELCOME_AGE, WELCOMED
from chalicelib.samples.plan import ADMINISTRATOR, Dice, Ref, Sample

WELCOME: Final = "automation:welcome"
FINISHED, WAITING, LEFT = ("finished", "waiting", "exited")


def welcome(dice: Dice, people: Sequence[Sample]) -> Iterator[Sample]:
    """Yield the automation, and a run for each whom it welcomed."""
    said = {
        "name": dice.said(letters.WELCOME),
        "says": dice.said(letters.WELCOME_SAYS),
        "greet": dice.said(letters.GREET),
        "call": dice.said(letters.CALL),
        "template": Ref("template:welcome"),
    }
    yield Sample(WELCOME, "automations", dice.days_ago(WELCOME_AGE), ADMINISTRATOR, said)
    groups = permissions.groups(people)
    for group in (WELCOMED, LEFT_WELCOME):
        members = [person for person in people if groups[person.key] == group]
        for place, person in enumerate(members):
            end = LEFT if group == LEFT_WELCOME else WAITING if place < STAYS else FINISHED
            values = {"automation": Ref(WELCOME), "contact": Ref(person.key), "end": end}
            at = permissions.welcomed_at(dice, group, place)
            yield Sample(f"run:{person.key}", "runs", at, ADMINISTRATOR, values)
