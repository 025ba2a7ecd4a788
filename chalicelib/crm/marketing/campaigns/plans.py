"""The mailing plan of a campaign: to whom, in which words, when and how fast.

It is a document that lies in the campaign's own record. What it names - segments, templates, lists - may change until
the launch, which fixes the versions; then nothing that anybody edits changes what goes out.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import windows
from chalicelib.crm.marketing.campaigns.windows import Window
from chalicelib.kernel import text
from chalicelib.kernel.errors import FieldError, InvalidInput

CLICKS: Final = "clicks"
ORDERS: Final = "orders"
DECIDED_BY: Final = (CLICKS, ORDERS)
MOST_SEGMENTS: Final = 20
MOST_VARIANTS: Final = 5
MOST_CONTROL: Final = 50
MOST_HOURS: Final = 168
MOST_AN_HOUR: Final = 1_000_000
LONGEST_SLUG: Final = 60
_WORD: Final = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording of the campaign: a template, and which version of it once that is fixed (0 before)."""

    name: str
    template: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class Trial:
    """So many percent try the variants; after some hours the one with more people who clicked, or bought, goes on."""

    share: int
    decide_by: str
    hours: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What is mailed. ``control`` is the percentage that is spared, to compare with; ``per_hour`` bounds the pace.

    With
    ``personal_hour`` each mail goes at the hour at which its reader is there.

    ``segments`` are reached, but for those in ``but``; ``exclusions`` are lists of addresses. With ``utm`` links say by
    which campaign somebody comes, under the ``slug`` of its name, which the launch fixes.
    """

    segments: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    exclusions: tuple[str, ...] = ()
    purpose: str = "marketing"
    variants: tuple[Variant, ...] = ()
    trial: Trial | None = None
    control: int = 0
    window: Window | None = None
    per_hour: int | None = None
    utm: bool = True
    slug: str = ""
    personal_hour: bool = False

    def shown(self) -> dict[str, Any]:
        """Return the plan as the API answers it."""
        return {
            "segments": [*self.segments],
            "except_segments": [*self.but],
            "exclusions": [*self.exclusions],
            "purpose": self.purpose,
            "variants": [
                {"name": each.name, "template": each.template, "version": each.version or None}
                for each in self.variants
            ],
            "test": _shown_trial(self.trial),
            "control": self.control,
            "window": self.window.shown() if self.window else None,
            "per_hour": self.per_hour,
            "personal_hour": self.personal_hour,
            "utm": self.utm,
            "utm_campaign": self.slug if self.utm else None,
        }

    def spelled(self) -> str:
        """Return the plan as it is stored."""
        return json.dumps(self.shown(), ensure_ascii=False, separators=(",", ":"))

    @property
    def parameters(self) -> dict[str, str]:
        """Return what links of its mails say about where somebody comes from."""
        return {"utm_source": "tendero", "utm_medium": "email", "utm_campaign": self.slug} if self.utm else {}

    def variant(self, name: str) -> Variant:
        """Return the variant that is called so."""
        return next(each for each in self.variants if each.name == name)


NOTHING: Final = Plan()


def read(spelled: str | None) -> Plan:
    """Return a stored plan; an empty one when there is none."""
    return of(json.loads(spelled)) if spelled else NOTHING


def changed(plan: Plan, changes: Mapping[str, Any]) -> Plan:
    """Return the plan with other parts.

    :raises InvalidInput: naming each part that makes no sense.
    """
    after = of({**plan.shown(), **changes})
    faults = [*_faults(after)]
    if faults:
        raise InvalidInput("The plan cannot be so.", errors=faults)
    return after


def fixed(plan: Plan, versions: Sequence[int], name: str) -> Plan:
    """Return the plan of a campaign of this name with the version of each variant's template."""
    pairs = zip(plan.variants, versions, strict=True)
    variants = tuple(replace(variant, version=version) for variant, version in pairs)
    return replace(named(plan, name), variants=variants)


def named(plan: Plan, name: str) -> Plan:
    """Return the plan with what its links call a campaign of this name: its words, without accents and case."""
    return replace(plan, slug="-".join(_WORD.findall(text.fold(name)))[:LONGEST_SLUG].strip("-") or "campaign")


def of(shown: Mapping[str, Any]) -> Plan:
    """Return the plan that ``shown`` tells of."""
    trial, window = shown["test"], shown["window"]
    return Plan(
        segments=tuple(dict.fromkeys(shown["segments"])),
        but=tuple(dict.fromkeys(shown["except_segments"])),
        exclusions=tuple(dict.fromkeys(shown["exclusions"])),
        purpose=shown["purpose"],
        variants=tuple(Variant(each["name"], each["template"], each.get("version") or 0) for each in shown["variants"]),
        trial=Trial(trial["share"], trial["decide_by"], trial["after_hours"]) if trial else None,
        control=shown["control"],
        window=windows.of(window) if window else None,
        per_hour=shown["per_hour"],
        utm=shown.get("utm", True),
        slug=shown.get("utm_campaign") or "",
        personal_hour=shown.get("personal_hour", False),
    )


def _shown_trial(trial: Trial | None) -> dict[str, Any] | None:
    return {"share": trial.share, "decide_by": trial.decide_by, "after_hours": trial.hours} if trial else None


def _faults(plan: Plan) -> list[FieldError]:
    faults = []
    names = [variant.name for variant in plan.variants]
    if len(set(names)) < len(names):
        faults.append(FieldError("variants", "taken", "Give each variant a name of its own."))
    if plan.trial and len(plan.variants) < 2:
        faults.append(FieldError("test", "needs_variants", "A test compares at least two variants."))
    if set(plan.segments) & set(plan.but):
        faults.append(FieldError("except_segments", "contradiction", "A segment is either reached or left out."))
    window = plan.window
    if window and not (window.days and _is_ahead(window)):
        faults.append(FieldError("window", "no_hours", "A window opens on some day, and ends after it begins."))
    return faults


def _is_ahead(window: Window) -> bool:
    return time.fromisoformat(window.start) < time.fromisoformat(window.end)
