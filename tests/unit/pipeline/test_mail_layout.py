"""The frame of every mail: the same words in text and HTML, and no value that becomes markup or a header."""

from datetime import UTC, datetime
from email import message_from_string, policy
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chalicelib.crm.activities import jobs
from chalicelib.engine import mail_layout
from chalicelib.gateways import mail

HOSTILE = '<img src=x onerror="alert(1)">{{ 7|times: 7 }}{x}'

REMINDER = {
    "task": "01KB2T9WM0TASKTASKTASKTASK",
    "occurrence_utc": "2026-11-24T09:00:00Z",
    "owner": "01KB2T9WM0PEPAPEPAPEPAPEPA",
    "subject": "Llamar a Bodegas Ríos",
    "time_zone": "Europe/Madrid",
}


def test_a_reminder_speaks_the_owners_language_and_clock() -> None:
    spanish, english = jobs.render_reminder("es", REMINDER), jobs.render_reminder("en", REMINDER)

    assert spanish.subject == "Recordatorio: Llamar a Bodegas Ríos"
    assert "Vence: martes, 24 de noviembre de 2026, 10:00 (Europe/Madrid)" in spanish.text
    assert english.subject == "Reminder: Llamar a Bodegas Ríos"
    assert "Due: Tuesday, 24 November 2026, 10:00 (Europe/Madrid)" in english.text


@pytest.mark.parametrize("locale", ["es", "en"])
def test_a_reminder_links_to_its_task_in_text_and_html(locale: str) -> None:
    made = jobs.render_reminder(locale, REMINDER)

    link = f"/records/tasks/{REMINDER['task']}"
    assert link in made.text
    assert f'{link}"' in made.html


def test_a_late_reminder_says_so() -> None:
    assert "con retraso" in jobs.render_reminder("es", {**REMINDER, "late": True}).text
    assert "con retraso" not in jobs.render_reminder("es", REMINDER).text


def test_merge_values_stay_words() -> None:
    made = jobs.render_reminder("es", {**REMINDER, "subject": HOSTILE})

    assert "<img src=x" not in made.html
    assert "&lt;img src=x onerror=&quot;alert(1)&quot;&gt;{{ 7|times: 7 }}{x}" in made.html
    assert HOSTILE in made.text


def test_the_wall_time_follows_the_zone_and_its_summer() -> None:
    winter, summer = datetime(2026, 1, 15, 9, 0, tzinfo=UTC), datetime(2026, 7, 15, 9, 0, tzinfo=UTC)

    assert mail_layout.spoken_time("en", winter, "Europe/Madrid").endswith("10:00 (Europe/Madrid)")
    assert mail_layout.spoken_time("en", summer, "Europe/Madrid").endswith("11:00 (Europe/Madrid)")


@pytest.mark.parametrize(
    "hostile",
    [
        "hola\r\nBcc: evil@e.com",
        "hola\nBcc: evil@e.com",
        "hola\u2028Bcc: evil@e.com",
        "hola\u0085Bcc: evil@e.com",
        "=?utf-8?q?hi=0D=0ABcc:_evil@e.com?=",
        "a\x00b\x1bc",
        "=\u200b?utf-8?q?hi?=",
    ],
)
def test_a_subject_can_grow_no_second_header(hostile: str) -> None:
    subject = mail_layout.header_text(hostile)

    assert not mail.has_unsafe_header(subject)
    assert headers_of(subject) == ["Subject"]


@given(st.text(max_size=300))
def test_whatever_is_typed_becomes_one_safe_header(typed: str) -> None:
    subject = mail_layout.header_text(typed)

    assert not mail.has_unsafe_header(subject)
    assert len(subject) <= 150
    assert headers_of(subject) == ["Subject"]


def headers_of(subject: str) -> list[str]:
    """Return the headers that a mail reader sees in a message with this subject."""
    message = EmailMessage()
    message["Subject"] = subject
    return message_from_string(message.as_string(), policy=policy.default).keys()
