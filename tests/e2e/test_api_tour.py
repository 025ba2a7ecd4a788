"""The walk through the API in `docs/api.md` is walked: each command is run, and answers what the page says."""

import base64
import hashlib
import hmac
import json
import os
import re
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.steps.shop import Shop, eventually

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
STEP = re.compile(r"^```sh\n(.+?)^```\n(?:<!-- (.+?) -->\n)?(?:```json\n(.+?)^```\n)?", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Step:
    """A command, what of its answer is kept under which name, and what the page shows of the answer."""

    command: str
    note: str
    shown: Any

    @property
    def kept(self) -> tuple[str, str] | None:
        name, word, member = f"{self.note}  ".split(" ", 2)
        return (name, member.strip()) if word == "is" else None


def steps() -> Iterator[Step]:
    for command, note, shown in STEP.findall(PAGE.read_text()):
        yield Step(command, note, json.loads(shown) if shown else None)


def tells(answer: Any, shown: Any) -> bool:
    """Return whether an answer says all that is shown of it; it may say more."""
    if isinstance(shown, dict):
        return isinstance(answer, dict) and all(tells(answer.get(name), value) for name, value in shown.items())
    if isinstance(shown, list):
        return len(answer) == len(shown) and all(map(tells, answer, shown))
    return bool(answer == shown)


def run(command: str, known: dict[str, str]) -> Any:
    done = subprocess.run(
        ["bash", "-euc", command], env=os.environ | known, capture_output=True, text=True, timeout=60, check=True
    )
    return json.loads(done.stdout)


def test_the_walk_through_the_api_is_as_it_is_told(shop: Shop) -> None:
    until = datetime.now(UTC) + timedelta(days=90)
    known = {"TENDERO": shop.base_url, "EMAIL": shop.email, "PASSWORD": shop.password, "UNTIL": f"{until:%FT%TZ}"}
    walked = [*steps()]
    assert len(walked) == PAGE.read_text().count("```sh")

    for step in walked:
        if step.note == "soon":
            eventually(lambda told=step: tells(run(told.command, known), told.shown), step.command)
            continue
        answer = run(step.command, known)
        assert "code" not in answer or "code" in (step.shown or {}), (step.command, answer)
        assert step.shown is None or tells(answer, step.shown), (step.command, answer)
        if step.kept is not None:
            name, member = step.kept
            known[name] = answer[member]


def signed(body: bytes, secret: str, *, at: float) -> dict[str, str]:
    """Sign as the specification of Standard Webhooks says."""
    key = base64.b64decode(secret.removeprefix("whsec_"))
    digest = hmac.new(key, b"msg_1.%d.%s" % (at, body), hashlib.sha256).digest()
    signature = "v1," + base64.b64encode(digest).decode()
    return {"webhook-id": "msg_1", "webhook-timestamp": str(int(at)), "webhook-signature": f"v1,b3RoZXI= {signature}"}


@pytest.mark.parametrize(
    ("body", "age", "is_ours"), [(b"{}", 0, True), (b'{"forged": 1}', 0, False), (b"{}", 400, False)]
)
def test_the_lines_that_check_a_signature_do_so(body: bytes, age: int, is_ours: bool) -> None:
    lines = re.search(r"^```python\n(.+?)^```", PAGE.read_text(), re.MULTILINE | re.DOTALL)
    assert lines is not None
    page: dict[str, Any] = {}
    exec(lines[1], page)
    secret = "whsec_" + base64.b64encode(b"0123456789abcdef01234567").decode()

    assert page["is_from_tendero"](signed(b"{}", secret, at=time.time() - age), body, secret) is is_ours
