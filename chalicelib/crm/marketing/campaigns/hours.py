"""The hour at which a mail goes to somebody: the one at which they are there, as far as the plan lets it.

Of each hour h of a kind of day d (weekdays and weekends apart) it is asked how likely a sign of the person falls into
it, and the mail goes at the likeliest hour of the day that begins with the start, at which the window is open and no
quiet hours are on. With n signs of the person, n(h) of them at h, and N signs of all people of the firm, N(h) at h:

    q(h) = (N(h) + 1) / (N + 24)        of anybody: with a Dirichlet prior of one sign for each hour
    p(h) = (n(h) + K * q(h)) / (n + K)  of this person: the posterior mean, prior mean q of weight K

So a few signs move the firm's habit a little, many replace it. Below LEAST signs of a kind of day a person has no habit
there, and the firm's best hour is theirs; below LEAST_OF_FIRM the firm has none either, and the mail goes at the start.
(Dirichlet-multinomial smoothing: Gelman et al., Bayesian Data Analysis, 3rd ed., section 3.4.)

People answer soon after they are written to, so hours at which a firm never writes are learned from what people follow,
send and buy by themselves.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import windows
from chalicelib.crm.marketing.campaigns.windows import Window
from chalicelib.crm.marketing.consent import hours as quiet_hours
from chalicelib.crm.marketing.consent.settings import Quiet
from chalicelib.crm.marketing.tracking import habits
from chalicelib.crm.marketing.tracking.habits import Habit
from chalicelib.kernel import clock

OWN: Final = "own"
FIRM: Final = "firm"
START: Final = "start"
REASONS: Final = (OWN, FIRM, START)
WEIGHT: Final = 4
LEAST: Final = 3
LEAST_OF_FIRM: Final = 20
A_DAY: Final = 24
TIMELY: Final = timedelta(hours=3)
"""How long after an hour that was chosen a mail still goes; one that is later waits for that hour to come again."""

LONGEST: Final = timedelta(days=3)
"""For how long an hour that was chosen is waited for when it was missed; then the mail goes."""

_AN_HOUR: Final = timedelta(hours=1)
_BETWEEN: Final = "|"


@dataclass(frozen=True, slots=True)
class Moment:
    """When a mail is to go and why: in which ``hour`` by the reader's clocks, because of whose habit.

    ``signs`` of ``of`` signs of the same kind of day were in that hour.
    """

    at: datetime
    hour: int
    by: str
    signs: int = 0
    of: int = 0

    def shown(self) -> dict[str, Any]:
        """Return the choice as the API answers it."""
        return {"hour": self.hour, "by": self.by, "signs": self.signs, "of": self.of}

    def spelled(self) -> str:
        """Return the choice as the row of a mail keeps it."""
        return _BETWEEN.join((clock.stamp(self.at), str(self.hour), self.by, str(self.signs), str(self.of)))


@dataclass(frozen=True, slots=True)
class Slot:
    """An hour in which a mail may go: from when on, by whose clocks which hour of which kind of day."""

    at: datetime
    hour: int
    kind: str


def of_spelled(spelled: str | None) -> Moment | None:
    """Return the choice that a row keeps, if it keeps one."""
    if not spelled:
        return None
    at, hour, by, signs, of = spelled.split(_BETWEEN)
    return Moment(clock.parse(at), int(hour), by, int(signs), int(of))


def choose(habit: Habit, firm: Habit, *, at: datetime, zone: str, window: Window | None, quiet: Quiet | None) -> Moment:
    """Return when a mail goes to somebody of this habit, at ``at`` or within a day after the window opens."""
    slots = _slots(at, zone, window, quiet)
    if not slots:
        opens = windows.opening(window, now=at, zone=zone)
        return Moment(opens, clock.to_wall(opens, zone).hour, START)
    return max((_weighed(habit, firm, slot) for slot in slots), key=lambda each: (each[0], -each[1].at.timestamp()))[1]


def missed(moment: Moment, *, now: datetime, zone: str, window: Window | None) -> datetime | None:
    """Return when a mail goes whose hour has passed: None for now, else when that hour comes again."""
    if moment.by == START or now >= moment.at + LONGEST:
        return None
    wall = clock.to_wall(now, zone)
    hour = wall.replace(hour=moment.hour, minute=0, second=0, microsecond=0)
    begun = hour if hour <= wall else hour - timedelta(days=1)
    if wall - begun < TIMELY:
        return None
    again = windows.opening(window, now=clock.to_utc(begun + timedelta(days=1), zone), zone=zone)
    return again if again < moment.at + LONGEST else None


def tally(moments: Iterable[Moment]) -> dict[str, int]:
    """Return how many go in each hour for each reason, by both as one word."""
    return dict(Counter(f"{moment.hour}{_BETWEEN}{moment.by}" for moment in moments))


def shown(tallied: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return how many go in which hour, and for which reasons, as the API answers it: hours of somebody alone."""
    by_hour: dict[int, Counter[str]] = {}
    for spelled, people in tallied.items():
        hour, _, by = spelled.partition(_BETWEEN)
        by_hour.setdefault(int(hour), Counter())[by] += people
    return [
        {"hour": hour, "people": counted.total(), **{by: counted[by] for by in REASONS}}
        for hour, counted in sorted(by_hour.items())
    ]


def _weighed(habit: Habit, firm: Habit, slot: Slot) -> tuple[float, Moment]:
    """Return how likely somebody is there in a slot, and what is said of it if it is chosen."""
    place, of_firm, own = (slot.kind, slot.hour), firm.total.get(slot.kind, 0), habit.total.get(slot.kind, 0)
    everybody = (firm.hours.get(place, 0) + 1) / (of_firm + A_DAY)
    if own >= LEAST:
        signs = habit.hours.get(place, 0)
        return (signs + WEIGHT * everybody) / (own + WEIGHT), Moment(slot.at, slot.hour, OWN, signs, own)
    if of_firm >= LEAST_OF_FIRM:
        return everybody, Moment(slot.at, slot.hour, FIRM, firm.hours.get(place, 0), of_firm)
    return 1 / A_DAY, Moment(slot.at, slot.hour, START)


@lru_cache(maxsize=256)
def _slots(at: datetime, zone: str, window: Window | None, quiet: Quiet | None) -> tuple[Slot, ...]:
    """Return the hours of the day that begins when the window opens in which a mail may go, the one under way first."""
    opens = windows.opening(window, now=at, zone=zone)
    wall = clock.to_wall(opens, zone)
    whole = wall.replace(minute=0, second=0, microsecond=0)
    walls = [wall, *(whole + number * _AN_HOUR for number in range(1, A_DAY))]
    instants = dict.fromkeys([opens, *(clock.to_utc(each, zone) for each in walls[1:])])
    allowed = [instant for instant in instants if _is_allowed(instant, zone, window, quiet)]
    told = ((instant, clock.to_wall(instant, zone)) for instant in allowed)
    return tuple(Slot(instant, local.hour, habits.kind_of(local)) for instant, local in told)


def _is_allowed(instant: datetime, zone: str, window: Window | None, quiet: Quiet | None) -> bool:
    is_open = windows.opening(window, now=instant, zone=zone) == instant
    return is_open and quiet_hours.until(quiet, now=instant, zone=zone) is None
