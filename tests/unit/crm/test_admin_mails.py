"""The words of administration's mails."""

import pytest

from chalicelib.crm.admin.mails import render_invitation

FACTS = {
    "inviter": "Ana <Ríos>",
    "company": "Bodegas & Ríos {x}",
    "code": "k3y",
    "link": "https://tendero.example/invitation?code=k3y&email=a%40b.example",
    "until": "28/11/2026",
}


@pytest.mark.parametrize(("locale", "word"), [("es", "invita"), ("en", "invites")])
def test_an_invitation_brings_code_and_link_in_ones_language(locale: str, word: str) -> None:
    mail = render_invitation(locale, FACTS)

    assert mail.subject.startswith("Ana")
    assert word in mail.subject
    assert "k3y" in mail.text
    assert FACTS["link"] in mail.text
    assert "Ana &lt;Ríos&gt;" in mail.html
    assert "<Ríos>" not in mail.html
    assert "Bodegas & Ríos {x}" in mail.text
