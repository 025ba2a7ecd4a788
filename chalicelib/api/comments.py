"""What the team says on a record, of any object: comments with mentions, what is new of them, who follows."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request, Response
from chalicelib.api.shapes import array, boolean, integer, nullable, obj, string, timestamp
from chalicelib.engine.idempotency import Idempotency
from chalicelib.engine.talk import comments
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Comments")

SCOPE: Final = "{plural}"
COMMENT: Final = obj(
    id=string(),
    version=integer(1),
    author=string(),
    at=string(),
    text=nullable(string()),
    mentions=array(obj(id=string(), name=string())),
    edited_at=nullable(string()),
    edits=array(obj(at=string(), text=string())),
    deleted_at=nullable(string()),
)
COMMENTS: Final = obj(new=integer(0), follows=boolean(), **page_of(COMMENT)["properties"])
TEXT: Final = obj(text=string(1, 4 * comments.LONGEST))
FOLLOWS: Final = obj(follows=boolean())


@blueprint.get("/v1/records/{plural}/{id}/comments", scope=SCOPE, query=PAGING, answer=COMMENTS, problems=(404,))
def list_comments(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List a record's comments, newest first, and count those that are new to the caller."""
    return comments.page(ctx, plural=plural, id=id, limit=limit_of(request), cursor=request.one("cursor"))


@blueprint.post(
    "/v1/records/{plural}/{id}/comments", scope=SCOPE, status=201, body=TEXT, answer=COMMENT,
    headers=("Idempotency-Key",), problems=(404,),
)  # fmt: skip
def create_comment(ctx: Context, request: Request, plural: str, id: str) -> Response:
    """Comment on a record; ``@[user id]`` mentions somebody, who is told."""
    key = request.idempotency_key
    same = Idempotency.of(key, "comment", plural, id, request.json) if key else None
    return _versioned(comments.write(ctx, plural=plural, id=id, text=request.json["text"], idempotency_key=same))


@blueprint.patch(
    "/v1/records/{plural}/{id}/comments/{comment}", scope=SCOPE, body=TEXT, answer=COMMENT, headers=("If-Match",),
    problems=(404, 412, 428),
)  # fmt: skip
def edit_comment(ctx: Context, request: Request, plural: str, id: str, comment: str) -> Response:
    """Give one's own comment other words; what it said before is kept."""
    version = request.expected_version
    text = request.json["text"]
    return _versioned(comments.edit(ctx, plural=plural, id=id, comment=comment, text=text, expected_version=version))


@blueprint.delete(
    "/v1/records/{plural}/{id}/comments/{comment}", scope=SCOPE, status=204, headers=("If-Match",),
    problems=(404, 412, 428),
)  # fmt: skip
def delete_comment(ctx: Context, request: Request, plural: str, id: str, comment: str) -> None:
    """Delete one's own comment; a mark of it stays."""
    comments.remove(ctx, plural=plural, id=id, comment=comment, expected_version=request.expected_version)


@blueprint.post(
    "/v1/records/{plural}/{id}/comments/read", body=obj(optional={"up_to": timestamp()}),
    answer=obj(new=integer(0)), problems=(404,),
)  # fmt: skip
def read_comments(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Note that one has read a record's comments, up to an instant or all."""
    return comments.read(ctx, plural=plural, id=id, **request.json)


@blueprint.put("/v1/records/{plural}/{id}/follow", answer=FOLLOWS, problems=(404,))
def follow_record(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Hear of later comments on a record."""
    return comments.follow(ctx, plural=plural, id=id, follows=True)


@blueprint.delete("/v1/records/{plural}/{id}/follow", answer=FOLLOWS, problems=(404,))
def unfollow_record(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Hear no more of comments on a record."""
    return comments.follow(ctx, plural=plural, id=id, follows=False)


def _versioned(comment: dict[str, Any]) -> Response:
    return Response(comment, headers={"ETag": f'"{comment["version"]}"'})
