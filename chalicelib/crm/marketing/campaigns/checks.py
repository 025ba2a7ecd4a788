"""What is looked at before a campaign is launched: its plan, who it is from, and what a reader would stumble over.

An error keeps a campaign from going; a warning is advice. Each says which wording it is about and where in its
template, so that whoever reads it is led there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from chalicelib.crm.marketing.campaigns import rules
from chalicelib.crm.marketing.campaigns.plans import Plan, Variant
from chalicelib.crm.marketing.mail import findings, senders, templates
from chalicelib.crm.marketing.mail.findings import ERROR, Finding
from chalicelib.engine import definitions
from chalicelib.engine.definitions import Definition
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput, NotFound, Problem

_SENDER: Final = "sender"


@dataclass(frozen=True, slots=True)
class Objection:
    """Something that speaks against a launch: in the part ``field`` of a plan, or of one ``variant`` of it.

    ``at`` is the path of the part of the variant's ``template`` that it is about; ``severity`` error or warning.
    """

    field: str
    code: str
    message: str
    severity: str = ERROR
    variant: str | None = None
    template: str | None = None
    at: str | None = None

    def shown(self) -> dict[str, Any]:
        """Return the objection as the API answers it."""
        return asdict(self)


def look(ctx: Context, plan: Plan, *, channel: str, follow: bool) -> list[Objection]:
    """Return what speaks against a launch, errors first; ``follow`` asks whether the links are there."""
    wordings = [(variant, template_of(ctx, variant.template)) for variant in plan.variants]
    found = [*_of_plan(plan, channel)]
    for variant, template in wordings:
        found += _of_sender(ctx, variant, template)
    known = [(variant, template) for variant, template in wordings if template is not None]
    contents = [template.content for _, template in known]
    linked = findings.of_links(contents) if follow else [[] for _ in contents]
    for (variant, template), links in zip(known, linked, strict=True):
        said = [*templates.checks(ctx, template.content, follow=False), *links]
        found += [_of_words(variant, finding) for finding in said if finding.at != _SENDER]
    return sorted(found, key=lambda one: one.severity != ERROR)


def require_none(found: Sequence[Objection]) -> None:
    """Let a campaign go of which nothing worse than advice is said.

    :raises InvalidInput: with whatever keeps it from being sent, each as ``problems`` also tells it.
    """
    errors = [one for one in found if one.severity == ERROR]
    if errors:
        raise InvalidInput(
            "The campaign cannot be sent as it is.",
            errors=[FieldError(one.field, one.code, one.message) for one in errors],
            extra={"problems": [one.shown() for one in errors]},
        )


def template_of(ctx: Context, id: str) -> Definition | None:
    """Return a template, if there is one."""
    try:
        return definitions.get(ctx, templates.TEMPLATE, id=id)
    except NotFound:
        return None


def _of_plan(plan: Plan, channel: str) -> Iterator[Objection]:
    if channel != rules.BY_MAIL:
        yield Objection("channel", "not_mailed", "Only campaigns by mail are sent from here.")
    if not plan.segments:
        yield Objection("segments", "required", "Choose whom the campaign reaches.")
    if not plan.variants:
        yield Objection("variants", "required", "Choose what the campaign says.")
    if len(plan.variants) > 1 and plan.trial is None:
        yield Objection("test", "required", "Say how the variants are compared.")


def _of_sender(ctx: Context, variant: Variant, template: Definition | None) -> Iterator[Objection]:
    """Yield why a wording cannot go in the name of its sender."""
    if template is None:
        yield _of_variant(variant, "unknown_template", f"{variant.name}: there is no such template.")
    elif not template.content.get("sender"):
        yield _of_variant(variant, "no_sender", f"{variant.name}: say in whose name the mail goes.", at=_SENDER)
    else:
        try:
            senders.usable(ctx, template.content["sender"])
        except Problem as problem:
            yield _of_variant(variant, problem.code, f"{variant.name}: {problem.detail}", at=_SENDER)


def _of_words(variant: Variant, finding: Finding) -> Objection:
    message = f"{variant.name}: {finding.message}"
    return _of_variant(variant, finding.code, message, severity=finding.severity, at=finding.at)


def _of_variant(
    variant: Variant, code: str, message: str, *, severity: str = ERROR, at: str | None = None
) -> Objection:
    return Objection("variants", code, message, severity, variant.name, variant.template, at)
