"""Two firms do whatever comes into their heads; a dictionary for each says what must be there afterwards.

The machine speaks HTTP alone. Each firm knows the other's ids and tries them; refusals are part of the model; the
stream is followed at random moments, and from then on search and totals must say what the dictionary says.
"""

from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from functions.record_stream import handler as record_stream
from tests.builders import Api, Firm
from tests.client import Answer
from tests.functional.pipeline.aws_around import LambdaContext, forget_records, stream_of
from tests.world import World

RUNS = 100
STEPS = 30

NAMES = ("Aceites Lucena", "Bar Pepe", "Café Ñandú", "Distribuciones Olmedo", "Éxito S.L.")
TAX_IDS = (None, "B45123452", "A58818501", "12345678Z")
INDUSTRIES = (None, "food", "hospitality")
FIRMS = st.sampled_from(("north", "south"))
PLURALS = st.sampled_from(("companies", "contacts"))


@dataclass(slots=True)
class Known:
    """A record as it must be."""

    plural: str
    values: dict[str, Any]
    version: int = 1
    is_deleted: bool = False


@dataclass(slots=True)
class Model:
    """What one firm must have, by id."""

    firm: Firm
    records: dict[str, Known] = field(default_factory=dict)

    def living(self, plural: str) -> dict[str, Known]:
        return {id: one for id, one in self.records.items() if one.plural == plural and not one.is_deleted}

    def holder(self, tax_id: str | None) -> str | None:
        """Return who has a tax id that nobody else may have."""
        living = self.living("companies").items()
        return next((id for id, one in living if tax_id and one.values["tax_id"] == tax_id), None)

    def contacts_of(self, company: str) -> set[str]:
        return {id for id, one in self.living("contacts").items() if one.values["company"] == company}


class TwoFirms(RuleBasedStateMachine):
    """Everything that may be done to records, by two firms at a time."""

    world: World
    firms: dict[str, Firm]

    def __init__(self) -> None:
        super().__init__()
        self.models = {name: Model(firm) for name, firm in self.firms.items()}
        self.has_followed = True

    def ids(self, *plurals: str) -> list[str]:
        """Return the ids that both firms have had, so that each tries the other's too."""
        everything = [item for model in self.models.values() for item in model.records.items()]
        return [id for id, one in everything if one.plural in plurals]

    def picked(self, number: int, *plurals: str) -> str | None:
        ids = self.ids(*plurals)
        return ids[number % len(ids)] if ids else None

    @rule(
        who=FIRMS,
        name=st.sampled_from(NAMES),
        tax_id=st.sampled_from(TAX_IDS),
        industry=st.sampled_from(INDUSTRIES),
    )
    def create_company(self, who: str, name: str, tax_id: str | None, industry: str | None) -> None:
        model, values = self.models[who], {"name": name, "tax_id": tax_id, "industry": industry}
        holder = model.holder(tax_id)

        answer = model.firm.admin.post("/v1/records/companies", values)

        if holder:
            assert (answer.status, answer.body["holder_id"]) == (409, holder)
        else:
            self.stored(model, "companies", answer, values)

    @rule(who=FIRMS, name=st.sampled_from(NAMES), number=st.integers(0, 999))
    def create_contact(self, who: str, name: str, number: int) -> None:
        model, company = self.models[who], self.picked(number, "companies")

        answer = model.firm.admin.post("/v1/records/contacts", {"first_name": name, "companies": linked(company)})

        if company is None or company in model.living("companies"):
            self.stored(model, "contacts", answer, {"first_name": name, "company": company})
        else:
            assert (answer.status, answer.faults) == (422, {"companies": "unknown_record"})

    @rule(who=FIRMS, name=st.sampled_from(NAMES), key=st.integers(0, 3))
    def create_twice_under_one_key(self, who: str, name: str, key: int) -> None:
        model, values = self.models[who], {"name": name, "tax_id": None, "industry": None}
        headers = {"Idempotency-Key": f"key-{len(model.records)}-{key}-{name.encode().hex()}"}

        first, second = (model.firm.admin.post("/v1/records/companies", values, headers=headers) for _ in range(2))

        assert first.body["id"] == second.body["id"]
        if first.body["id"] not in model.records:
            self.stored(model, "companies", first, values)

    @rule(
        who=FIRMS,
        number=st.integers(0, 999),
        name=st.sampled_from(NAMES),
        tax_id=st.sampled_from(TAX_IDS),
        behind=st.integers(0, 1),
    )
    def update_company(self, who: str, number: int, name: str, tax_id: str | None, behind: int) -> None:
        model, id = self.models[who], self.picked(number, "companies")
        known = model.living("companies").get(id or "")
        changes = {"name": name, "tax_id": tax_id}
        version = known.version - behind if known else 1

        answer = model.firm.admin.patch(f"/v1/records/companies/{id or NOBODY}", changes, version=version)

        if known is None:
            assert answer.status == 404
        elif behind:
            assert answer.status == 412
        elif model.holder(tax_id) not in (None, id):
            assert (answer.status, answer.body["holder_id"]) == (409, model.holder(tax_id))
        else:
            assert answer.status == 200, answer.raw
            known.version += {**known.values, **changes} != known.values
            known.values |= changes
            assert answer.body["version"] == known.version
            self.has_followed = False

    @rule(who=FIRMS, plural=PLURALS, number=st.integers(0, 999), behind=st.integers(0, 1))
    def delete(self, who: str, plural: str, number: int, behind: int) -> None:
        model, id = self.models[who], self.picked(number, plural)
        known = model.living(plural).get(id or "")
        version = known.version - behind if known else 1

        answer = model.firm.admin.delete(f"/v1/records/{plural}/{id or NOBODY}", version=version)

        assert answer.status == (404 if known is None else 412 if behind else 204)
        if known and not behind:
            known.version, known.is_deleted, self.has_followed = known.version + 1, True, False

    @rule(who=FIRMS, plural=PLURALS, number=st.integers(0, 999))
    def restore(self, who: str, plural: str, number: int) -> None:
        model, id = self.models[who], self.picked(number, plural)
        known = model.records.get(id or "")
        holder = model.holder(known.values.get("tax_id")) if known and known.is_deleted else None

        answer = model.firm.admin.post(f"/v1/records/{plural}/{id or NOBODY}/restore")

        assert answer.status == (404 if known is None else 409 if holder else 200), answer.raw
        if known and known.is_deleted and not holder:
            known.version, known.is_deleted, self.has_followed = known.version + 1, False, False

    @rule(who=FIRMS, plural=PLURALS, number=st.integers(0, 999))
    def read(self, who: str, plural: str, number: int) -> None:
        model, id = self.models[who], self.picked(number, plural)
        known = model.living(plural).get(id or "")

        answer = model.firm.admin.get(f"/v1/records/{plural}/{id or NOBODY}")

        assert answer.status == (200 if known else 404)
        if known:
            assert (answer.body["version"], told(plural, answer.body)) == (known.version, known.values)

    @rule(who=FIRMS, limit=st.integers(1, 5))
    def list_by_name(self, who: str, limit: int) -> None:
        model = self.models[who]

        found = self.pages(model, f"/v1/records/companies?sort=name&limit={limit}")

        assert {record["id"] for record in found} == model.living("companies").keys()
        assert len(found) == len(model.living("companies"))
        assert [record["name"] for record in found] == sorted((record["name"] for record in found), key=NAMES.index)

    @rule(who=FIRMS, industry=st.sampled_from(INDUSTRIES[1:]), limit=st.integers(1, 5))
    def list_by_a_field_without_an_index(self, who: str, industry: str, limit: int) -> None:
        model = self.models[who]

        found = self.pages(model, f"/v1/records/companies?industry={industry}&limit={limit}")

        wanted = {id for id, one in model.living("companies").items() if one.values["industry"] == industry}
        assert {record["id"] for record in found} == wanted
        assert len(found) == len(wanted)

    @rule(who=FIRMS, number=st.integers(0, 999))
    def list_the_contacts_of_a_company(self, who: str, number: int) -> None:
        model, company = self.models[who], self.picked(number, "companies")

        answer = model.firm.admin.get(f"/v1/records/companies/{company or NOBODY}/related/contacts")

        if company in model.living("companies"):
            assert {record["id"] for record in answer.body["items"]} == model.contacts_of(str(company))
        else:
            assert answer.status == 404

    @precondition(lambda self: not self.has_followed)
    @rule()
    def follow_the_stream(self) -> None:
        record_stream.handle({"Records": stream_of(self.world.settings.prefix)}, LambdaContext())
        self.has_followed = True

    @invariant()
    def search_and_totals_agree_with_what_the_stream_has_told(self) -> None:
        if not self.has_followed:
            return
        for model in self.models.values():
            companies = model.living("companies")
            assert model.firm.admin.get("/v1/records/companies/count").body["count"] == len(companies)
            found = self.pages(model, "/v1/records/companies?q=olmedo&limit=100")
            named = {id for id, one in companies.items() if "Olmedo" in one.values["name"]}
            assert {record["id"] for record in found} == named

    def stored(self, model: Model, plural: str, answer: Answer, values: dict[str, Any]) -> None:
        assert answer.status == 201, answer.raw
        model.records[answer.body["id"]] = Known(plural, dict(values))
        self.has_followed = False

    def pages(self, model: Model, path: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor = ""
        while cursor is not None:
            answer = model.firm.admin.get(path + (f"&cursor={cursor}" if cursor else ""))
            assert answer.status == 200, answer.raw
            found += answer.body["items"]
            cursor = answer.body["next_cursor"]
        return found

    def teardown(self) -> None:
        forget_records()


NOBODY = "01ARZ3NDEKTSV4RRFFQ69G5FAV"


def linked(company: str | None) -> list[dict[str, str]]:
    return [{"id": company}] if company else []


def told(plural: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return what an answer says of the fields that the model keeps."""
    if plural == "companies":
        return {name: record[name] for name in ("name", "tax_id", "industry")}
    companies = [pair["id"] for pair in record["companies"]]
    return {"first_name": record["first_name"], "company": companies[0] if companies else None}


@pytest.fixture
def firms(api: Api) -> dict[str, Firm]:
    return {"north": api.sign_up("Bodegas Ríos"), "south": api.sign_up("Aceites Lucena")}


def test_two_firms_have_what_two_dictionaries_say(world: World, firms: dict[str, Firm]) -> None:
    machine = type("TwoFirmsHere", (TwoFirms,), {"world": world, "firms": firms})
    forget_records()

    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=RUNS,
            stateful_step_count=STEPS,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
