"""S3: files of a tenant, each under ``t/<tenant>/<ulid>``, a name that we make and the uploader never does.

A browser uploads with a form that fits one key, one type and one size for five minutes, and downloads by an address
that says "attachment". Presigning makes no call that the guard could see, so the keys are checked here. Files are read
by ranges of a fixed version: a file that changes under the reader is an error, never a mixture of two.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote, urlsplit

from botocore.exceptions import ClientError

from chalicelib import settings
from chalicelib.kernel.context import Context
from chalicelib.storage import connection, guard

UPLOAD_LIVES = timedelta(minutes=5)
DOWNLOAD_LIVES = timedelta(minutes=5)
CSV = "text/csv"
PASSING = "lives=a-week"
"""The tag of a file that the bucket itself deletes after a week: ``infra/stack/data.py``."""

PASSING_LIVES = timedelta(days=7)
BLOCK = 1024 * 1024
_PART = 8 * 1024 * 1024
_ABSENT = {"404", "NoSuchKey", "NotFound"}
_CHANGED = {"412", "PreconditionFailed"}
_BEYOND = {"416", "InvalidRange"}


class FileGone(Exception):
    """There is no such file, or no longer."""


class FileChanged(Exception):
    """The file is not the one that was seen before."""


@dataclass(frozen=True, slots=True)
class Form:
    """What a browser must post, field by field, with the file as the last one."""

    url: str
    fields: dict[str, str]


@dataclass(frozen=True, slots=True)
class Stored:
    """A file as it is now; ``etag`` changes with its content."""

    size: int
    etag: str


def new_key(ctx: Context) -> str:
    """Return the key of a file to come."""
    return f"t/{ctx.tenant}/{ctx.new_id()}"


def key_of(ctx: Context, name: str) -> str:
    """Return the key of a file that we store ourselves under a name of ours."""
    return f"t/{ctx.tenant}/{name}"


def upload_form(key: str, *, content_type: str, most_bytes: int, least_bytes: int = 1) -> Form:
    """Return the form with which anybody who holds it may store one file under ``key``.

    :raises TenancyViolation: when the key is another tenant's.
    """
    guard.require_own_prefix(key)
    bucket = settings.current().files_bucket
    signed = _client().generate_presigned_post(
        bucket,
        key,
        Fields={"Content-Type": content_type},
        Conditions=[{"Content-Type": content_type}, ["content-length-range", least_bytes, most_bytes]],
        ExpiresIn=int(UPLOAD_LIVES.total_seconds()),
    )
    endpoint = settings.current().files_endpoint
    return Form(f"{endpoint}/{bucket}" if endpoint else signed["url"], dict(signed["fields"]))


def download_url(key: str, *, filename: str, content_type: str, in_place: bool = False) -> str:
    """Return an address that downloads a file under a readable name, or shows it ``in_place``.

    :raises TenancyViolation: when the key is another tenant's.
    """
    guard.require_own_prefix(key)
    bucket = settings.current().files_bucket
    disposition = "inline" if in_place else "attachment"
    parameters = {
        "Bucket": bucket,
        "Key": key,
        "ResponseContentType": content_type,
        "ResponseContentDisposition": f"{disposition}; filename*=UTF-8''{quote(filename, safe='')}",
    }
    url: str = _client().generate_presigned_url(
        "get_object", Params=parameters, ExpiresIn=int(DOWNLOAD_LIVES.total_seconds())
    )
    endpoint = settings.current().files_endpoint
    return f"{endpoint}/{bucket}/{quote(key)}?{urlsplit(url).query}" if endpoint else url


def find(key: str) -> Stored | None:
    """Return what is stored under ``key``, or None."""
    try:
        head = _client().head_object(Bucket=settings.current().files_bucket, Key=key)
    except ClientError as error:
        if _code(error) in _ABSENT:
            return None
        raise
    return Stored(int(head["ContentLength"]), head["ETag"])


def blocks(key: str, *, etag: str, start: int = 0, size: int = BLOCK) -> Iterator[bytes]:
    """Yield a file from byte ``start`` on, ``size`` bytes a call.

    :raises FileGone: there is no such file.
    :raises FileChanged: its content is not that of ``etag``.
    """
    while True:
        block = _range(key, etag=etag, start=start, size=size)
        if block:
            yield block
        start += len(block)
        if len(block) < size:
            return


def put(key: str, content: bytes, *, content_type: str, is_passing: bool = False, cached: str | None = None) -> None:
    """Store a small file, for a week only when it ``is_passing``; ``cached`` is how long others may keep a copy."""
    described = _described(content_type, is_passing) | ({"CacheControl": cached} if cached else {})
    _client().put_object(Bucket=settings.current().files_bucket, Key=key, Body=content, **described)


def delete(key: str) -> None:
    """Delete a file; one that is not there is no error."""
    _client().delete_object(Bucket=settings.current().files_bucket, Key=key)


def destroy(key: str) -> None:
    """Delete a file with all its versions, so that nothing of it is left; one that is not there is no error."""
    bucket = settings.current().files_bucket
    found = _client().list_object_versions(Bucket=bucket, Prefix=key)
    for version in [*found.get("Versions", ()), *found.get("DeleteMarkers", ())]:
        if version["Key"] == key:
            _client().delete_object(Bucket=bucket, Key=key, VersionId=version["VersionId"])


def put_stream(key: str, pieces: Iterator[bytes], *, content_type: str, is_passing: bool = False) -> None:
    """Store a file of any size while it is being made, holding one part of it in memory.

    Nothing is visible under ``key`` until the last piece is there; a failure gives up the parts.
    """
    held = bytearray()
    parts: list[dict[str, Any]] = []
    target: dict[str, str] = {"Bucket": settings.current().files_bucket, "Key": key}
    described = _described(content_type, is_passing)
    upload: str | None = None
    try:
        for piece in pieces:
            held += piece
            if len(held) >= _PART:
                upload = upload or _client().create_multipart_upload(**target, **described)["UploadId"]
                parts.append(_part(target, upload, len(parts) + 1, bytes(held)))
                held.clear()
        if upload is None:
            put(key, bytes(held), content_type=content_type, is_passing=is_passing)
            return
        if held:
            parts.append(_part(target, upload, len(parts) + 1, bytes(held)))
        _client().complete_multipart_upload(**target, UploadId=upload, MultipartUpload={"Parts": parts})
    except Exception:
        if upload is not None:
            _client().abort_multipart_upload(**target, UploadId=upload)
        raise


def _described(content_type: str, is_passing: bool) -> dict[str, str]:
    return {"ContentType": content_type, **({"Tagging": PASSING} if is_passing else {})}


def _part(target: dict[str, str], upload: str, number: int, content: bytes) -> dict[str, Any]:
    answer = _client().upload_part(**target, UploadId=upload, PartNumber=number, Body=content)
    return {"PartNumber": number, "ETag": answer["ETag"]}


def _range(key: str, *, etag: str, start: int, size: int) -> bytes:
    try:
        answer = _client().get_object(
            Bucket=settings.current().files_bucket,
            Key=key,
            Range=f"bytes={start}-{start + size - 1}",
            IfMatch=etag,
        )
        content: bytes = answer["Body"].read()
    except ClientError as error:
        code = _code(error)
        if code in _BEYOND:
            return b""
        if code in _ABSENT:
            raise FileGone(key) from None
        if code in _CHANGED:
            raise FileChanged(key) from None
        raise
    if answer["ETag"] != etag:
        raise FileChanged(key)
    return content


def _code(error: ClientError) -> str:
    return str(error.response.get("Error", {}).get("Code", ""))


def _client() -> Any:
    return connection.client("s3", as_tenant=True)
