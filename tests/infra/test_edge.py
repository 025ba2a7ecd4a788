"""The local edge does what CloudFront and SES would: same files for the same paths, same headers, same events."""

import json
import subprocess
from typing import Any

import pytest

from infra import headers
from infra.local import edge
from infra.local.mail import Mail, events_of, page

PATHS = (
    "/",
    "/deals",
    "/deals/board",
    "/records/contacts/01JABC",
    "/portal",
    "/portal/",
    "/portal/tickets/4",
    "/portals",
    "/assets/index-4f2a.js",
    "/index.html",
    "/manifest.webmanifest",
    "/sign-in?next=a.b",
)

INVITATION = Mail(
    id="0100",
    sender="Tendero <hola@tendero.example>",
    to=["ana@retiro.example"],
    subject="Te esperan en <Olmedo>",
    headers={"Reply-To": "rosa@olmedo.example"},
    text="Entra aquí: http://localhost:8080/invitation?code=x&y=1",
    html="<p>Entra</p>",
    sent_at="2026-11-21T10:00:00Z",
    tags={"mid": ["7f"], "tenant": ["olmedo"]},
)


def test_paths_lead_to_the_same_files_as_behind_cloudfront() -> None:
    asked = [path.split("?")[0] for path in PATHS]
    ask = f"{json.dumps(asked)}.map(uri => handler({{request: {{uri}}}}).uri)"
    script = f"{headers.REWRITE}\nconsole.log(JSON.stringify({ask}))"

    answered = json.loads(subprocess.run(["node", "-e", script], capture_output=True, text=True, check=True).stdout)

    assert answered == [edge.rewrite(path) for path in asked]


def test_the_portals_headers_are_those_of_the_template(synthesised: dict[str, Any]) -> None:
    policy = next(
        resource["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        for resource in synthesised["Resources"].values()
        if resource["Type"] == "AWS::CloudFront::ResponseHeadersPolicy"
    )
    said = json.dumps(policy["ContentSecurityPolicy"])

    assert policy["FrameOptions"]["FrameOption"] == headers.SECURITY["X-Frame-Options"]
    assert policy["ReferrerPolicy"]["ReferrerPolicy"] == headers.SECURITY["Referrer-Policy"]
    for directive in headers.content_security_policy().split("; "):
        assert directive in said


@pytest.mark.parametrize("forbidden", ["'unsafe-eval'", "script-src", "http:", "*"])
def test_the_policy_lets_no_foreign_script_in(forbidden: str) -> None:
    assert forbidden not in headers.content_security_policy()


def test_files_with_a_hash_are_kept_and_entry_pages_asked_for_again() -> None:
    assert headers.cache_control("/assets/index-4f2a.js") == headers.IMMUTABLE
    assert headers.cache_control("/index.html") == headers.cache_control("/sw.js") == headers.FRESH


def test_a_mail_is_told_as_sent_and_delivered_with_its_tags() -> None:
    told = events_of(INVITATION)

    assert [kind for kind, _ in told] == ["Email Sent", "Email Delivered"]
    assert all(detail["mail"]["tags"]["mid"] == ["7f"] for _, detail in told)


@pytest.mark.parametrize(
    ("address", "last"),
    [
        ("bounce@simulator.amazonses.com", "Email Bounced"),
        ("complaint@simulator.amazonses.com", "Email Complaint Received"),
    ],
)
def test_simulator_addresses_bounce_and_complain(address: str, last: str) -> None:
    mail = Mail(**{name: getattr(INVITATION, name) for name in Mail.__dataclass_fields__} | {"to": [address]})

    assert events_of(mail)[-1][0] == last


def test_the_mailbox_shows_text_as_text_and_links_as_links() -> None:
    shown = page([INVITATION])

    assert "Te esperan en &lt;Olmedo&gt;" in shown
    assert '<a href="http://localhost:8080/invitation?code=x&amp;y=1">' in shown
