"""Templates of mails: documents of blocks, previewed, tried and checked before anybody gets one."""

from typing import Any, Final

from chalicelib.api import definitions
from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, boolean, choice, free, integer, nullable, obj, record_id, string
from chalicelib.crm.marketing.mail import trying
from chalicelib.crm.marketing.mail.templates import TEMPLATE
from chalicelib.crm.marketing.mail.trying import Trial
from chalicelib.crm.marketing.templating.document import KINDS, LANGUAGES, MOST_BLOCKS
from chalicelib.engine.idempotency import Idempotency
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Templates")

BLOCK: Final = obj(kind=choice(*KINDS), more=True)
_REQUIRED: Final = {
    "language": choice(*LANGUAGES),
    "subject": string(0, 300),
    "blocks": array(BLOCK, max_items=MOST_BLOCKS),
}
_OPTIONAL: Final = {
    "preheader": nullable(string(0, 300)),
    "sender": nullable(string(1, 40)),
    "purpose": nullable(string(1, 40, pattern="[a-z][a-z0-9_]*")),
    "look": nullable(free()),
}

DRAFT: Final = obj(optional={**_REQUIRED, **_OPTIONAL})
FINDING: Final = obj(code=string(), severity=choice("error", "warning"), at=string(), message=string())
_ENVELOPE: Final[dict[str, Any]] = {"from": nullable(string()), "reply_to": nullable(string())}
PREVIEW: Final = obj(subject=string(), preheader=string(), html=string(), text=string(), **_ENVELOPE, bytes=integer(0))
FIELD: Final = obj(
    path=string(),
    label=nullable(obj(es=string(), en=string())),
    type=string(),
    required=boolean(),
)
_READER: Final[dict[str, Any]] = {"object": string(1, 60), "record": record_id()}

definitions.serve(blueprint, TEMPLATE, required=_REQUIRED, optional=_OPTIONAL)
definitions.serve_past(blueprint, TEMPLATE, content={**_REQUIRED, **_OPTIONAL})


@blueprint.post(
    "/v1/templates/{id}/preview",
    scope="templates",
    reads=True,
    body=obj(**_READER, optional={"content": DRAFT, "segments": array(string(1, 40), max_items=100)}),
    answer=PREVIEW,
    problems=(404,),
)
def preview_template(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Show a template as one person would read it, with parts that are not saved yet."""
    return trying.preview(ctx, _trial(id, request))


@blueprint.post(
    "/v1/templates/{id}/test",
    scope="templates",
    body=obj(**_READER, optional={"content": DRAFT, "to": array(record_id(), max_items=trying.MOST_READERS)}),
    answer=obj(to=array(string())),
    headers=("Idempotency-Key",),
    problems=(404, 413),
)
def test_template(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Send a template to people of the firm, as one person would read it."""
    key = request.idempotency_key
    kept = Idempotency.of(key, "template_test", id, request.json) if key else None
    return {"to": trying.send(ctx, _trial(id, request), to=request.json.get("to", ()), key=kept)}


@blueprint.post(
    "/v1/templates/{id}/checks",
    scope="templates",
    reads=True,
    body=obj(optional={"content": DRAFT, "follow": boolean()}),
    answer=obj(items=array(FINDING)),
    problems=(404,),
)
def check_template(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say what would keep a template from going out; ``follow`` (true) asks whether its links are there."""
    found = trying.check(ctx, id, request.json.get("content", {}), follow=request.json.get("follow", True))
    return {"items": [finding.shown() for finding in found]}


@blueprint.get("/v1/merge-fields/{plural}", scope="templates", answer=obj(items=array(FIELD)), problems=(404,))
def list_merge_fields(ctx: Context, request: Request, plural: str) -> dict[str, Any]:
    """List what a mail to such records may say of its reader."""
    return {"items": trying.fields(ctx, plural=plural)}


def _trial(id: str, request: Request) -> Trial:
    asked = request.json
    return Trial(id, asked["object"], asked["record"], asked.get("content", {}), asked.get("segments"))
