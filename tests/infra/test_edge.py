"""The local edge does what CloudFront and SES would: same files for the same paths, same headers, same events."""

import json
import subprocess
from typing import Any

import pytest

from infra import headers
from infra.local import edge, mail_events
from infra.local.mail import Mail, as_sent, events_of, page

PATHS = (
    "/",
    "/deals",
    "/deals/board",
    "/records/contacts/01JABC",
    "/portal",
    "/portal/",
    "/portal/tickets/4",
    "/portals",
    "/f/MS4uMDFK-_",
    "/f",
    "/forms",
    "/assets/index-4f2a.js",
    "/index.html",
    "/manifest.webmanifest",
    "/sign-in?next=a.b",
    "/pictures/abcdefghij234567abcd/0f3a.png",
    "/pictures/abcdefghij234567abcd/../t/x.png",
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


def policy_of(synthesised: dict[str, Any], name: str) -> dict[str, Any]:
    """Return the security headers of the policy whose name ends so."""
    found = (
        resource["Properties"]["ResponseHeadersPolicyConfig"]
        for resource in synthesised["Resources"].values()
        if resource["Type"] == "AWS::CloudFront::ResponseHeadersPolicy"
    )
    policy: dict[str, Any] = next(one for one in found if one["Name"].endswith(name))["SecurityHeadersConfig"]
    return policy


def test_the_page_of_a_form_alone_may_stand_in_a_frame(synthesised: dict[str, Any]) -> None:
    policy = policy_of(synthesised, "-framed")
    (distribution,) = (
        resource["Properties"]["DistributionConfig"]
        for resource in synthesised["Resources"].values()
        if resource["Type"] == "AWS::CloudFront::Distribution"
    )
    framed = [
        behaviour["PathPattern"] for behaviour in distribution["CacheBehaviors"] if "/f" in behaviour["PathPattern"]
    ]

    assert framed == ["/f/*"]
    assert "FrameOptions" not in policy
    assert policy["ContentSecurityPolicy"]["ContentSecurityPolicy"] == headers.content_security_policy(path="/f/x")
    assert "X-Frame-Options" not in headers.security("/f/x")
    for elsewhere in ("/", "/f", "/forms", "/settings/company"):
        assert "frame-ancestors 'none'" in headers.content_security_policy(path=elsewhere)
        assert headers.security(elsewhere) == headers.SECURITY


def test_the_portals_headers_are_those_of_the_template(synthesised: dict[str, Any]) -> None:
    policy = policy_of(synthesised, "-headers")
    said = json.dumps(policy["ContentSecurityPolicy"])

    assert policy["FrameOptions"]["FrameOption"] == headers.SECURITY["X-Frame-Options"]
    assert policy["ReferrerPolicy"]["ReferrerPolicy"] == headers.SECURITY["Referrer-Policy"]
    for directive in headers.content_security_policy().split("; "):
        assert directive in said


@pytest.mark.parametrize("forbidden", ["'unsafe-eval'", "script-src", "http:", "*"])
def test_the_policy_lets_no_foreign_script_in(forbidden: str) -> None:
    assert forbidden not in headers.content_security_policy()


def test_files_of_the_firm_are_shown_from_where_they_lie() -> None:
    policy = headers.content_security_policy("https://files.example").split("; ")

    assert "frame-src 'self' https://files.example" in policy
    assert "img-src 'self' data: blob: https://files.example" in policy


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
        ("bounce+7@simulator.amazonses.com", "Email Bounced"),
        ("complaint@simulator.amazonses.com", "Email Complaint Received"),
    ],
)
def test_simulator_addresses_bounce_and_complain(address: str, last: str) -> None:
    mail = Mail(**{name: getattr(INVITATION, name) for name in Mail.__dataclass_fields__} | {"to": [address]})

    assert events_of(mail)[-1][0] == last


OFFER = Mail(
    id="0101",
    sender="Olmedo <rosa@olmedo.example>",
    to=["ana@retiro.example"],
    subject="Aceite nuevo",
    headers={},
    text="Aceite nuevo: https://olmedo.example/aceite",
    html=(
        '<p><a href="https://olmedo.example/aceite?a=1&amp;b=2">Aceite</a> '
        "<A class='x' HREF='https://olmedo.example/vino'>Vino</A> "
        '<a ses:no-track href="https://olmedo.example/baja">Baja</a> <a href="mailto:rosa@olmedo.example">Rosa</a></p>'
    ),
    sent_at="2026-11-21T10:00:00.000Z",
    tags={"mid": ["8a"], "tenant": ["olmedo"], "ses:configuration-set": ["tendero-local-tracked"]},
)


def test_a_tracked_mail_comes_with_the_links_and_the_image_of_ses_and_another_as_it_is() -> None:
    shown = as_sent(OFFER)

    assert OFFER.links == ["https://olmedo.example/aceite?a=1&b=2", "https://olmedo.example/vino"]
    assert '<a href="/_mail/0101/links/0">Aceite</a>' in shown
    assert "<A class='x' HREF='/_mail/0101/links/1'>Vino</A>" in shown
    assert 'href="https://olmedo.example/baja"' in shown
    assert 'href="mailto:rosa@olmedo.example"' in shown
    assert shown.endswith('<img src="/_mail/0101/open.gif" alt="" width="1" height="1">')
    assert as_sent(INVITATION) == INVITATION.html


def test_openings_and_clicks_are_told_with_who_fetched_and_what() -> None:
    who = {"at": "2026-11-21T10:05:00.000Z", "agent": "Firefox", "address": "192.0.2.7"}
    kind, opened = mail_events.of_opening(OFFER.about(), **who)
    other, clicked = mail_events.of_click(OFFER.about(), link=OFFER.links[1], **who)

    assert (kind, other) == ("Email Opened", "Email Clicked")
    assert opened["open"] == {
        "timestamp": "2026-11-21T10:05:00.000Z",
        "userAgent": "Firefox",
        "ipAddress": "192.0.2.7",
    }
    assert clicked["click"]["link"] == "https://olmedo.example/vino"
    assert opened["mail"]["tags"] == clicked["mail"]["tags"] == OFFER.tags


def test_the_mailbox_shows_text_as_text_and_links_as_links() -> None:
    shown = page([INVITATION])

    assert "Te esperan en &lt;Olmedo&gt;" in shown
    assert '<a href="http://localhost:8080/invitation?code=x&amp;y=1">' in shown
