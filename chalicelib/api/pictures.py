"""Pictures of mails: an upload that everybody may see from then on."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import integer, obj, record_id, string
from chalicelib.crm.marketing.mail import pictures
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Templates")

PICTURE: Final = obj(url=string(), width=integer(0), height=integer(0), size=integer(0))


@blueprint.post("/v1/pictures", scope="templates", status=201, body=obj(file=record_id()), answer=PICTURE)
def publish_picture(ctx: Context, request: Request) -> dict[str, Any]:
    """Let everybody see an uploaded picture, for a mail to show; its address never shows another."""
    return pictures.publish(ctx, file=request.json["file"])
