"""A form is written in the portal, filled in by somebody without an account, and stands on a firm's own page."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, FrameLocator, Page, expect

from tests.e2e.steps.axe import findings_in_both_lights
from tests.e2e.steps.seat import Seat
from tests.e2e.steps.shop import eventually

pytestmark = pytest.mark.browser


@contextmanager
def site(body: str) -> Iterator[str]:
    """Serve a firm's own page at another origin, and yield the origin."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            head = (
                "<!doctype html><html lang='es'><link rel='icon' href='data:,'><title>Bodegas</title><h1>Bodegas</h1>"
            )
            page = f"{head}{body}".encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def log_message(self, format: str, *args: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def make(seat: Seat, name: str, **parts: Any) -> dict[str, Any]:
    """Make a form for leads through the API."""
    asked = [{"field": "first_name"}, {"field": "emails", "required": True}, {"field": "company_name"}]
    wish = {"name": name, "object": "leads", "language": seat.manner.language, "title": name, "fields": asked, **parts}
    answer = seat.shop.line.post("/v1/forms", data=wish)
    assert answer.ok, answer.text()
    made: dict[str, Any] = answer.json()
    return made


def guest(seat: Seat, new_context: Callable[..., BrowserContext]) -> Page:
    """Return the page of somebody who has no account, in the seat's manner."""
    return new_context().new_page()


def show(seat: Seat) -> None:
    """Turn to how the form looks and where it is put; a desk shows both sides."""
    if seat.is_phone:
        seat.the("radiogroup", "forms:forms.side").get_by_text(seat.says("forms:forms.see")).click()


def label(seat: Seat, field: str) -> str:
    return seat.field("leads", field)


def sent(seat: Seat, words: str) -> dict[str, Any]:
    return seat.shop.find("leads", words)[0]


def told_by(seat: Seat, lead: dict[str, Any]) -> dict[str, Any]:
    """Return what the lead's activity says of the form that was sent."""

    def look() -> dict[str, Any] | None:
        items = seat.shop.get(f"/v1/records/leads/{lead['id']}/timeline")["items"]
        return next((entry for entry in items if entry["kind"] == "form_sent"), None)

    return eventually(look, "the form on the activity")


def test_a_form_is_written_shared_and_sent_by_somebody_without_an_account(
    seat: Seat, new_context: Callable[..., BrowserContext]
) -> None:
    seat.page.goto("/forms")
    seat.press("forms:forms.create")
    dialog = seat.the("dialog", "forms:forms.create")
    dialog.get_by_label(seat.says("forms:forms.name")).fill("Cata de otoño")
    seat.press("forms:forms.create", within=dialog)

    expect(seat.title()).to_have_text("Cata de otoño")
    questions = seat.the("region", "forms:forms.questions")
    name, email = label(seat, "first_name"), label(seat, "emails")
    questions.get_by_label(seat.says("forms:forms.labelOf", name=name)).fill("¿Cómo te llamas?")
    questions.get_by_label(seat.says("forms:forms.requiredOf", name=name)).check()
    seat.press("forms:forms.up", within=questions, name=email)
    seat.press("forms:forms.addQuestion", within=questions)
    seat.page.get_by_role("menuitem", name=label(seat, "company_name"), exact=True).click()
    expect(questions.get_by_role("listitem").last).to_contain_text(label(seat, "company_name"))
    expect(seat.page.get_by_text(seat.says("forms:forms.unsaved"))).to_be_visible()
    seat.press("actions.save", exact=True)
    expect(seat.page.get_by_text(seat.says("forms:forms.saved"))).to_be_visible()
    assert seat.fits()

    show(seat)
    shown = seat.page.frame_locator(f"iframe[title='{seat.says('forms:forms.preview')}']")
    expect(shown.get_by_label("¿Cómo te llamas?")).to_be_visible()
    address = seat.page.locator("code").first.inner_text()

    visitor = guest(seat, new_context)
    visitor.goto(f"{address}?utm_source=cartel")
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Cata de otoño")
    assert findings_in_both_lights(visitor) == []
    send = visitor.get_by_role("button", name=seat.says("formPage:formPage.send"))
    send.click()
    expect(visitor.get_by_text(seat.says("formPage:formPage.required")).first).to_be_visible()
    surname = f"Del Río {seat.manner}"
    visitor.get_by_label("¿Cómo te llamas?").fill("Begoña")
    visitor.get_by_label(label(seat, "last_name")).fill(surname)
    visitor.get_by_role("textbox", name=seat.says("forms:begin.email")).fill(f"begona.{seat.manner}@pepe.example")
    visitor.get_by_role("checkbox").check()
    send.click()
    expect(visitor.get_by_role("status")).to_have_text(seat.says("forms:begin.thanks"))
    width = visitor.evaluate("document.documentElement.scrollWidth")
    assert width <= seat.manner.screen["width"]

    seat.page.reload()
    show(seat)
    link = seat.the("list", "forms:sendings.title").get_by_role("link", name=surname)
    expect(link).to_be_visible()
    assert findings_in_both_lights(seat.page) == []
    lead = sent(seat, surname)
    assert lead["first_name"] == "Begoña"
    assert told_by(seat, lead)["data"]["utm_source"] == "cartel"
    standing = seat.shop.get(f"/v1/records/leads/{lead['id']}/consents")["standing"]
    assert next(one["state"] for one in standing if one["purpose"] == "marketing") == "pending"


def test_a_form_stands_on_a_page_of_the_firms_own_and_knows_the_campaign(
    seat: Seat, new_context: Callable[..., BrowserContext]
) -> None:
    form = make(seat, "Contacto")
    seat.page.goto(f"/forms/{form['id']}")
    show(seat)
    pasted = seat.page.locator("code").nth(1).inner_text()
    assert form["token"] in pasted
    visitor = guest(seat, new_context)
    with site(pasted) as origin:
        visitor.goto(f"{origin}/contacto?utm_campaign=otono&other=1")
        framed: FrameLocator = visitor.frame_locator("iframe[title='Contacto']")
        surname = f"Framed {seat.manner}"
        framed.get_by_label(label(seat, "first_name")).fill(surname)
        framed.get_by_label(label(seat, "emails")).fill(f"framed.{seat.manner}@pepe.example")
        height = visitor.locator("iframe").evaluate("frame => frame.offsetHeight")
        inner = framed.locator("main").evaluate("main => main.scrollHeight")
        assert inner <= height <= inner + 60
        framed.get_by_role("button", name=seat.says("formPage:formPage.send")).click()
        expect(framed.get_by_role("status")).to_be_visible()

    told = told_by(seat, sent(seat, surname))["data"]
    assert (told["utm_campaign"], told["page"]) == ("otono", f"{origin}/contacto")


def test_a_closed_form_says_so_and_opens_again_by_undo(seat: Seat, new_context: Callable[..., BrowserContext]) -> None:
    form = make(seat, "Sorteo")
    seat.page.goto(f"/forms/{form['id']}")
    seat.press("forms:forms.actions")
    seat.the("menuitem", "forms:forms.close").click()
    closed = seat.says("forms:forms.nowClosed")
    expect(seat.page.get_by_role("alert").filter(has_text=closed)).to_be_visible()

    visitor = guest(seat, new_context)
    asked: list[int] = []
    visitor.on("response", lambda answer: asked.append(answer.status) if "/v1/public/" in answer.url else None)
    visitor.goto(f"/f/{form['token']}")
    expect(visitor.get_by_role("heading", level=1)).to_have_text(seat.says("formPage:formPage.gone"))
    assert asked == [404]

    seat.undo(closed)
    expect(seat.page.get_by_text(seat.says("forms:forms.open"), exact=True)).to_be_visible()
    visitor.reload()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Sorteo")

    seat.press("forms:forms.actions")
    seat.the("menuitem", "forms:forms.remove").click()
    dialog = seat.the("dialog", "forms:forms.removeTitle", name="Sorteo")
    seat.press("forms:forms.remove", within=dialog)
    expect(seat.title()).to_have_text(seat.says("forms:forms.title"))
    expect(seat.the("list", "forms:forms.title").get_by_text("Sorteo")).to_have_count(0)
