"""Fill the demo tenant of a running Tendero through its public API: the firm, its six people, the sample data."""

import time
from collections.abc import Mapping
from typing import Any

from chalicelib.kernel import clock
from chalicelib.samples import firm
from infra.demo import marketing
from infra.demo.api import Api, Refused, show_progress
from infra.demo.imports import bring
from infra.local.tendero import DEMO_LOGIN

EMAIL, PASSWORD = DEMO_LOGIN.split(" / ")
FIRM = "Distribuciones Olmedo, S.L."
PEOPLE = (
    ("marta@olmedo.example", "Marta Olmedo", "manager"),
    ("javier@olmedo.example", "Javier Sanz", "rep"),
    ("lucia@olmedo.example", "Lucía Prieto", "rep"),
    ("andres@olmedo.example", "Andrés Molina", "rep"),
    ("pilar@olmedo.example", "Pilar Vega", "viewer"),
)
PATIENCE_SECONDS = 180
"""How long the sample data may stand still before something must have gone wrong."""


def main() -> None:
    """Sign the firm up unless it is there, invite its people, load the sample data, and set going what is ready."""
    api = Api()
    sign_up(api)
    for email, name, role in PEOPLE:
        join(api, email, name, role)
    marketing.found_sender(api)
    load_samples(api)
    import_fair(api)
    marketing.set_going(api)


def sign_up(api: Api) -> None:
    """Create the firm with its administrator, Rosa Olmedo, and sign in as her."""
    account = {"company": FIRM, "locale": "es", "timezone": "Europe/Madrid", "currency": "EUR", "name": "Rosa Olmedo"}
    try:
        api.post("/v1/signup", {**account, "email": EMAIL, "password": PASSWORD})
    except Refused as refused:
        if refused.status != 409:
            raise
    api.sign_in(EMAIL, PASSWORD)


def join(api: Api, email: str, name: str, role: str) -> None:
    """Invite a person and accept with the code that arrives by mail, unless they are there."""
    if any(user["email"] == email for user in api.get("/v1/users")["items"]):
        return
    api.post("/v1/invitations", {"email": email, "role": role, "name": name})
    code = _code_from(_mail_to(api, email))
    Api(api.address).post("/v1/invitations/accept", {"code": code, "email": email, "password": PASSWORD, "name": name})


def load_samples(api: Api) -> None:
    """Ask for the sample data and show how they come in."""
    told = api.post("/v1/sample-data")
    last_step = (told["progress"]["done"], time.monotonic())
    while told["state"] == "loading":
        done, total = told["progress"]["done"], told["progress"]["total"]
        if done != last_step[0]:
            last_step = (done, time.monotonic())
        if time.monotonic() > last_step[1] + PATIENCE_SECONDS:
            raise SystemExit("The sample data stopped coming in. See cloud.log in TENDERO_HOME, then start again.")
        show_progress("sample records", done, total)
        time.sleep(0.5)
        told = api.get("/v1/sample-data")
    show_progress("sample records", told["progress"]["total"], told["progress"]["total"])


def import_fair(api: Api) -> None:
    """Import the people met at a fair, some of them known and some of them illegible, unless that was done."""
    if not api.get("/v1/imports")["items"]:
        file = firm.fair_file(today=clock.system_now().date(), locale="es").encode()
        bring(api, "contacts", "feria-alimentaria.csv", file, on_duplicate="update", expected_failures=4)


def _mail_to(api: Api, email: str) -> Mapping[str, Any]:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        for mail in api.get("/_mail.json"):
            if any(email in recipient for recipient in mail["to"]):
                return dict(mail)
        time.sleep(0.3)
    raise SystemExit(f"No invitation reached {email}. See cloud.log in TENDERO_HOME.")


def _code_from(mail: Mapping[str, Any]) -> str:
    """The link of an invitation ends in its code."""
    return str(mail["text"].split("code=", 1)[1].split()[0].split("&")[0])


if __name__ == "__main__":
    main()
