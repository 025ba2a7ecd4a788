"""Tendero's public API as an integration would use it, for the scripts that fill the demo tenants."""

import json
import os
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from typing import Any

ADDRESS = os.environ.get("TENDERO_ADDRESS") or f"http://localhost:{os.environ.get('PORT', '8080')}"


class Refused(Exception):
    """The API answered with a problem."""

    def __init__(self, status: int, problem: Mapping[str, Any]) -> None:
        super().__init__(f"{status} {problem.get('code', '')}: {problem.get('detail', '')} {problem.get('errors', '')}")
        self.status = status
        self.code = str(problem.get("code", ""))


class Api:
    """A caller of one Tendero, anonymous until it signs in."""

    def __init__(self, address: str = ADDRESS) -> None:
        self.address = address
        self._token = ""
        self._credentials: Mapping[str, str] = {}

    def sign_in(self, email: str, password: str) -> None:
        """Start a session; every later call is made as this user, in a new session when this one is over."""
        self._credentials = {"email": email, "password": password}
        self._token = ""
        self._token = self._call("POST", "/v1/session", self._credentials)["access_token"]

    def get(self, path: str) -> Any:
        """Return the body of a GET."""
        return self._answer("GET", path, None)

    def post(self, path: str, body: Mapping[str, Any] | None = None, *, version: int | None = None) -> Any:
        """Return the body of a POST; ``version`` is of what is to be changed, where that is asked for."""
        return self._answer("POST", path, body, version)

    def _answer(self, method: str, path: str, body: Mapping[str, Any] | None, version: int | None = None) -> Any:
        try:
            return self._call(method, path, body, version)
        except Refused as refused:
            if refused.status != 401 or not self._token:
                raise
        self.sign_in(self._credentials["email"], self._credentials["password"])
        return self._call(method, path, body, version)

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None, version: int | None = None) -> Any:
        """:raises Refused: when the answer is a problem."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.address}{path}", data, method=method)  # noqa: S310
        if data is not None:
            request.add_header("Content-Type", "application/json")
        if version is not None:
            request.add_header("If-Match", f'"{version}"')
        if self._token:
            request.add_header("Authorization", f"Bearer {self._token}")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
                content = answer.read()
        except urllib.error.HTTPError as error:
            raise Refused(error.code, _problem(error)) from error
        return json.loads(content) if content else None


def _problem(error: urllib.error.HTTPError) -> Mapping[str, Any]:
    try:
        return dict(json.load(error))
    except ValueError:
        return {"detail": error.reason}


def listed(api: Api, plural: str, fields: str = "") -> Iterator[dict[str, Any]]:
    """Yield all records of an object, whole or with some ``fields`` only, page by page."""
    chosen = f"&fields={fields}" if fields else ""
    cursor = ""
    while True:
        page = api.get(f"/v1/records/{plural}?limit=100{chosen}{cursor}")
        yield from page["items"]
        if not page["next_cursor"]:
            return
        cursor = f"&cursor={page['next_cursor']}"


def show_progress(label: str, done: int, total: int) -> None:
    """Draw a bar on a terminal that redraws itself; elsewhere say it once, at the end."""
    is_over = total > 0 and done >= total
    if sys.stdout.isatty():
        filled = 30 * done // max(total, 1)
        print(f"\r  {label} [{'█' * filled}{'·' * (30 - filled)}] {done:,} of {total:,}", end="\n" if is_over else "")
        sys.stdout.flush()
    elif is_over:
        print(f"  {label}: {total:,}")
