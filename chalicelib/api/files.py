"""Files of records of any object: a form to upload with, a look at what came, and addresses that last five minutes."""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.paging import PAGING, limit_of, page_of
from chalicelib.api.request import Request
from chalicelib.api.shapes import anything, array, boolean, choice, integer, nullable, obj, string, timestamp
from chalicelib.engine.attachments import keeping, kinds, uploading
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Files")

SCOPE: Final = "{plural}"
STATES: Final = ("quarantined", "scanning", "ready", "refused")
DRAFT: Final[dict[str, Any]] = {
    "version": integer(1),
    "state": choice(*STATES),
    "reason": nullable(string()),
    "name": string(),
    "size": integer(0),
    "type": string(),
    "may_be_shown": boolean(),
    "width": nullable(integer(0)),
    "height": nullable(integer(0)),
    "at": string(),
    "by": string(),
}
FILE: Final = obj(
    id=string(),
    **DRAFT,
    versions=array(obj(**DRAFT)),
    created_at=string(),
    created_by=string(),
    deleted_at=nullable(string()),
)
NEW_FILE: Final = obj(name=string(1, kinds.LONGEST_NAME), size=integer(1, 10**12), optional={"type": string(0, 200)})
TICKET: Final = obj(
    file=FILE,
    upload=obj(url=string(), fields={"type": "object", "additionalProperties": anything()}),
    expires_at=timestamp(),
)
ADDRESS: Final = obj(url=string(), type=string(), expires_at=timestamp())
VERSION: Final = {"version": integer(1, 1000)}


@blueprint.post("/v1/files", status=201, body=NEW_FILE, answer=TICKET, scope="files")
def create_unattached_file(ctx: Context, request: Request) -> dict[str, Any]:
    """Begin an upload for a record that is yet to come; a file field of that record claims it within a day."""
    return uploading.begin(ctx, **request.json)


@blueprint.get("/v1/files/{id}", answer=FILE, scope="files", problems=(404,))
def get_unattached_file(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Read a file that one has uploaded for a record that is yet to come."""
    return keeping.get_unattached(ctx, id=id)


@blueprint.post("/v1/files/{id}/complete", answer=FILE, scope="files", problems=(404, 409))
def complete_unattached_file(ctx: Context, request: Request, id: str) -> dict[str, Any]:
    """Say that the upload is done: the file is looked at, and is ready or refused."""
    return uploading.complete_unattached(ctx, id=id)


@blueprint.get(
    "/v1/records/{plural}/{id}/files", scope=SCOPE, query={**PAGING, "deleted": choice("true", "false")},
    answer=page_of(FILE), problems=(404,),
)  # fmt: skip
def list_files(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """List a record's files, newest first; ``deleted=true`` lists those that can be brought back."""
    return keeping.page(
        ctx,
        plural=plural,
        id=id,
        deleted=request.one("deleted") == "true",
        limit=limit_of(request),
        cursor=request.one("cursor"),
    )


@blueprint.post(
    "/v1/records/{plural}/{id}/files", scope=SCOPE, status=201, body=NEW_FILE, answer=TICKET, problems=(404,)
)
def create_file(ctx: Context, request: Request, plural: str, id: str) -> dict[str, Any]:
    """Begin an upload to a record: the answer says where to post the file, for five minutes."""
    return uploading.begin(ctx, plural=plural, id=id, **request.json)


@blueprint.get("/v1/records/{plural}/{id}/files/{file}", scope=SCOPE, answer=FILE, problems=(404,))
def get_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Read what is known of a file and its versions."""
    return keeping.get(ctx, plural=plural, id=id, file=file)


@blueprint.post(
    "/v1/records/{plural}/{id}/files/{file}/versions", scope=SCOPE, status=201, body=NEW_FILE, answer=TICKET,
    problems=(404, 409),
)  # fmt: skip
def create_file_version(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Begin the upload of a file's next version; the earlier ones are kept."""
    return uploading.begin_version(ctx, plural=plural, id=id, file=file, **request.json)


@blueprint.post("/v1/records/{plural}/{id}/files/{file}/complete", scope=SCOPE, answer=FILE, problems=(404, 409))
def complete_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Say that the upload is done: the file is looked at, and is ready or refused."""
    return uploading.complete(ctx, plural=plural, id=id, file=file)


@blueprint.get(
    "/v1/records/{plural}/{id}/files/{file}/download", scope=SCOPE, query=VERSION, answer=ADDRESS, problems=(404,)
)
def download_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Say where to download a file, for five minutes."""
    return keeping.download(ctx, plural=plural, id=id, file=file, version=_version(request))


@blueprint.get(
    "/v1/records/{plural}/{id}/files/{file}/preview", scope=SCOPE, query=VERSION, answer=ADDRESS,
    problems=(404, 409),
)  # fmt: skip
def preview_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Say where a browser may show an image or a PDF in place, for five minutes."""
    return keeping.download(ctx, plural=plural, id=id, file=file, version=_version(request), in_place=True)


@blueprint.delete("/v1/records/{plural}/{id}/files/{file}", scope=SCOPE, status=204, problems=(404, 409))
def delete_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> None:
    """Delete a file; for thirty days it can be brought back."""
    keeping.remove(ctx, plural=plural, id=id, file=file)


@blueprint.post("/v1/records/{plural}/{id}/files/{file}/restore", scope=SCOPE, answer=FILE, problems=(404, 409))
def restore_file(ctx: Context, request: Request, plural: str, id: str, file: str) -> dict[str, Any]:
    """Bring a deleted file back."""
    return keeping.restore(ctx, plural=plural, id=id, file=file)


def _version(request: Request) -> int | None:
    given = request.one("version")
    return None if given is None else int(given)
