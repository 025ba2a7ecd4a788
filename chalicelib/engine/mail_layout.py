"""The frame of every mail that Tendero writes itself: a mark, a heading, a few words, one button, a quiet foot.

Callers give plain text; all escaping happens here, so that no merge value can become markup. Text and HTML say the
same. The HTML is one narrow table with styles in place, because that is what mail readers agree on.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from chalicelib.engine.outbox import Mail
from chalicelib.kernel import clock
from chalicelib.settings import current

_MAX_SUBJECT = 150
_UNSAFE = re.compile(r"=\?")

_FOOT = {
    "es": "Te lo envía Tendero, el CRM de tu equipo.",
    "en": "Sent by Tendero, your team's CRM.",
}

_FIRM_FOOT = {"es": "Te lo envía {}.", "en": "Sent by {}."}

_DAYS = {
    "es": ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_MONTHS = {
    "es": (
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}

_FONT = "font-family:Inter,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
_PAGE = """\
<!doctype html>
<html lang="{lang}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">\
<meta name="color-scheme" content="light">\
<title>{subject}</title></head>
<body style="margin:0;padding:0;background:#f6f3ef">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f6f3ef">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" style="width:100%;max-width:560px;\
background:#ffffff;border:1px solid #ece9e5;border-radius:8px">
<tr><td style="padding:28px 32px 0;{font};font-size:16px;font-weight:650;color:#006f4c">{head}</td></tr>
<tr><td style="padding:16px 32px 32px;{font};font-size:16px;line-height:24px;color:#262421">
<h1 style="margin:0 0 16px;font-size:20px;line-height:28px;font-weight:650;color:#262421">{heading}</h1>
{body}
</td></tr>
</table>
<p style="margin:16px 0 0;{font};font-size:13px;line-height:20px;color:#5d5a57">{foot}</p>
</td></tr></table>
</body>
</html>
"""
_MARK = '<img src="{}" width="24" height="24" alt="" style="vertical-align:middle;margin-right:8px">tendero'
_PARAGRAPH = '<p style="margin:0 0 16px">{}</p>'
_NOTE = '<p style="margin:16px 0 0;font-size:13px;line-height:20px;color:#5d5a57">{}</p>'
_DETAIL = (
    '<tr><td style="padding:4px 16px 4px 0;color:#5d5a57;font-size:14px;white-space:nowrap;vertical-align:top">{}</td>'
    '<td style="padding:4px 0;font-size:14px">{}</td></tr>'
)
_BUTTON = (
    '<p style="margin:8px 0 0"><a href="{url}" style="display:inline-block;padding:10px 20px;border-radius:8px;'
    'background:#006f4c;color:#ffffff;text-decoration:none;font-weight:600">{label}</a></p>'
)


def compose(
    locale: str,
    *,
    subject: str,
    heading: str,
    paragraphs: Sequence[str] = (),
    details: Sequence[tuple[str, str]] = (),
    button: tuple[str, str] | None = None,
    footnote: str = "",
    firm: str | None = None,
) -> Mail:
    """Return a mail in the house's frame; ``button`` is a label and an address, and every string is plain text.

    With ``firm`` it is from a firm to people of theirs, to whom our own name says nothing.
    """
    language = "en" if locale == "en" else "es"
    foot = _FOOT[language] if firm is None else _FIRM_FOOT[language].format(firm)
    mark = f"{current().public_url.rstrip('/')}/touch-icon.png"
    clean_subject = header_text(subject)
    html = _PAGE.format(
        lang=escape(locale),
        subject=escape(clean_subject),
        heading=escape(heading),
        body="\n".join(_html_parts(paragraphs, details, button, footnote)),
        foot=escape(foot),
        head=_MARK.format(escape(mark)) if firm is None else escape(firm),
        font=_FONT,
    )
    blocks = [
        heading,
        *paragraphs,
        "\n".join(f"{label}: {value}" for label, value in details),
        f"{button[0]}:\n{button[1]}" if button else "",
        footnote,
        f"-- \n{foot}",
    ]
    text = "\n\n".join(block for block in blocks if block)
    return Mail(clean_subject, text + "\n", html)


def header_text(value: str) -> str:
    """Return ``value`` as one line without controls, separators or encoded words, so that it stays one header."""
    spaced = "".join(" " if _is_control(character) else character for character in value)
    line = " ".join(_UNSAFE.sub("= ?", spaced).split())
    return line if len(line) <= _MAX_SUBJECT else line[: _MAX_SUBJECT - 1].rstrip() + "…"


def record_link(plural: str, id: str) -> str:
    """Return the address of a record's page in the portal."""
    return f"{current().public_url.rstrip('/')}/records/{plural}/{id}"


def spoken_time(locale: str, instant: datetime, time_zone: str) -> str:
    """Return an instant by the clocks of ``time_zone``: ``martes, 24 de noviembre de 2026, 10:00 (Europe/Madrid)``."""
    wall = clock.to_wall(instant, time_zone)
    weekday = _DAYS["en" if locale == "en" else "es"][wall.weekday()]
    return f"{weekday}, {spoken_day(locale, wall.date())}, {wall:%H:%M} ({time_zone})"


def spoken_day(locale: str, day: date) -> str:
    """Return a day: ``24 de noviembre de 2026``."""
    if locale == "en":
        return f"{day.day} {_MONTHS['en'][day.month - 1]} {day.year}"
    return f"{day.day} de {_MONTHS['es'][day.month - 1]} de {day.year}"


def _html_parts(
    paragraphs: Sequence[str], details: Sequence[tuple[str, str]], button: tuple[str, str] | None, footnote: str
) -> list[str]:
    parts = [_PARAGRAPH.format(escape(paragraph).replace("\n", "<br>")) for paragraph in paragraphs]
    if details:
        rows = "".join(_DETAIL.format(escape(label), escape(value)) for label, value in details)
        parts.append(
            f'<table role="presentation" cellpadding="0" cellspacing="0" style="margin:0 0 16px">{rows}</table>'
        )
    if button:
        parts.append(_BUTTON.format(label=escape(button[0]), url=escape(button[1], quote=True)))
    if footnote:
        parts.append(_NOTE.format(escape(footnote)))
    return parts


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character != "\u200d"
