"""An import from outside, through the public API: what the portal's wizard does, without the portal."""

import time
import urllib.request
import uuid
from collections.abc import Mapping
from typing import Any

from infra.demo.api import Api, show_progress

PATIENCE_SECONDS = 600
"""How long an import may stand still before something must have gone wrong: a step that a slow machine did not finish
in its minute comes again after six."""


def bring(
    api: Api, plural: str, filename: str, content: bytes, *, on_duplicate: str = "skip", expected_failures: int = 0
) -> None:
    """Import a file as a person would: upload, look, start as proposed, wait.

    :raises SystemExit: when it does not end well.
    """
    ticket = api.post("/v1/imports", {"object": plural, "filename": filename})
    upload(ticket["upload"], filename, content)
    api.post(f"/v1/imports/{ticket['id']}/preview")
    ready = wait(api, ticket["id"], "previewing", label=plural)
    if ready["state"] != "ready":
        raise SystemExit(f"The preview of {filename} failed: {ready['problem']}")
    api.post(f"/v1/imports/{ticket['id']}/start", {"mapping": ready["mapping"], "on_duplicate": on_duplicate})
    done = wait(api, ticket["id"], "running", label=plural)
    if done["state"] != "done" or done["verdicts"]["failed"] != expected_failures:
        raise SystemExit(f"The import of {filename} is {done['state']}: {done['problem']} {done['verdicts']}")


def upload(form: Mapping[str, Any], filename: str, content: bytes) -> None:
    """Post a file with its form, field by field, as a browser does."""
    boundary = uuid.uuid4().hex
    parts = [
        f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode()
        for name, value in form["fields"].items()
    ]
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{filename}"\r\n\r\n'
    body = b"".join([*parts, head.encode(), content, f"\r\n--{boundary}--\r\n".encode()])
    request = urllib.request.Request(form["url"], body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})  # noqa: S310
    with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
        answer.read()


def wait(api: Api, id: str, state: str, *, label: str) -> dict[str, Any]:
    """Return the import when it has left ``state``, showing how far it is."""
    done, since = -1, time.monotonic()
    while True:
        told: dict[str, Any] = api.get(f"/v1/imports/{id}")
        progress = told.get("progress") or {"done": 0, "total": 0}
        if progress["done"] != done:
            done, since = progress["done"], time.monotonic()
            if progress["total"]:
                show_progress(label, done, progress["total"])
        if told["state"] != state:
            return told
        if time.monotonic() - since > PATIENCE_SECONDS:
            raise SystemExit(f"The import of {label} stands still. See cloud.log in TENDERO_HOME.")
        time.sleep(1)
