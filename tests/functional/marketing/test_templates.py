"""Templates: written once in blocks, kept version by version, read by each reader in their own words."""

from typing import Any

import pytest

from chalicelib.crm.marketing.mail import templates
from chalicelib.crm.marketing.mail.senders import DomainNotVerified
from chalicelib.crm.marketing.mail.templates import NoFooter
from chalicelib.engine import firms, overlays
from chalicelib.engine.outbox import Mail
from chalicelib.storage import guard, records
from infra.local.names import Zone
from tests.builders import Firm
from tests.fake_identities import FakeIdentities
from tests.functional.marketing.post import FOOTER, a_template, an_address, contact, domain
from tests.world import World


def test_a_template_is_kept_clean_and_with_its_footer(firm: Firm) -> None:
    made = a_template(
        firm,
        blocks=[
            {"kind": "text", "html": '<p onclick="x()">Hola<script>alert(1)</script> <b>ya</b></p><style>*{}</style>'}
        ],
    )

    assert made["blocks"] == [{"kind": "text", "html": "<p>Hola <b>ya</b></p>"}, {"kind": "footer"}]
    assert made["purpose"] == "marketing"


def test_each_reader_gets_their_own_words(world: World, firm: Firm, sender: str) -> None:
    made = a_template(firm, sender=sender,
        subject='{{ person.first_name | default: "Hola" }}, novedades de {{ firm.name }}',
        blocks=[
            {"kind": "heading", "text": "Para {{ person.name }}"},
            {"kind": "text", "html": '<p>Vives en {{ person.address.city | default: "algún sitio" }}, '
             'cumples el {{ person.birthday }} y '
             '{% if person.job_title == "Jefa" %}mandas{% else %}obedeces{% endif %}.</p>'},
        ],
    )  # fmt: skip
    ana = contact(
        firm, first_name="Ana", last_name="Gil", birthday="1990-05-02", job_title="Jefa", address={"city": "Jaén"}
    )
    luis = contact(firm, first_name="Luis")

    hers, his = rendered(world, firm, made, ana), rendered(world, firm, made, luis)

    assert hers.subject.startswith("Ana, novedades de Bodegas Ríos")
    assert "Para Ana Gil" in hers.text
    assert "Vives en Jaén, cumples el 2 de mayo de 1990 y mandas." in hers.text
    assert "Vives en algún sitio, cumples el  y obedeces." in his.text
    assert "Vives en Jaén, cumples el 2 de mayo de 1990 y mandas." in hers.html


def test_a_person_is_addressed_with_their_company_and_who_looks_after_them(
    world: World, firm: Firm, sender: str
) -> None:
    made = a_template(
        firm, sender=sender, blocks=[{"kind": "text", "html": "<p>{{ company.name }} / {{ owner.email }}</p>"}]
    )
    sol = firm.admin.post("/v1/records/companies", {"name": "Bar El Sol"}).body
    ana = contact(firm, companies=[{"id": sol["id"], "role": "buyer", "primary": True}])

    assert f"Bar El Sol / {firm.admin.user['email']}" in rendered(world, firm, made, ana).text


def test_a_field_of_the_firms_own_is_named_like_any_other(world: World, firm: Firm, sender: str) -> None:
    field = {"name": "c_wine", "type": "text", "label": {"es": "Vino", "en": "Wine"}}
    assert firm.admin.post("/v1/objects/contacts/fields", field).status == 201
    made = a_template(firm, sender=sender, blocks=[{"kind": "text", "html": "<p>Te gusta el {{ person.c_wine }}</p>"}])

    assert "Te gusta el Rioja" in rendered(world, firm, made, contact(firm, c_wine="Rioja")).text


def test_a_version_reads_as_it_was(world: World, firm: Firm, sender: str) -> None:
    made = a_template(firm, sender=sender, subject="Primera")
    changed = firm.admin.patch(f"/v1/templates/{made['id']}", {"subject": "Segunda"}, version=1)
    assert firm.admin.delete(f"/v1/templates/{made['id']}", version=2).status == 204
    ana = contact(firm)

    assert changed.body["version"] == 2
    assert rendered(world, firm, made, ana).subject == "Primera"
    assert rendered(world, firm, changed.body, ana).subject == "Segunda"


def test_the_footer_says_who_writes_from_where_and_how_to_end_it(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    domain(firm, zone)
    sender = an_address(firm, legal_name="Bodegas Ríos, S.L.", reply_to="respuestas@rios.example")
    made = a_template(firm, sender=sender["id"])

    mail = rendered(world, firm, made, contact(firm))

    assert mail.sender == "Bodegas Ríos <hola@bodegasrios.example>"
    assert mail.reply_to == "respuestas@rios.example"
    assert mail.headers == FOOTER.headers
    for part in (mail.text, mail.html):
        assert "Bodegas Ríos, S.L." in part
        assert "Calle Mayor 1, 28013 Madrid" in part
        assert FOOTER.unsubscribe_url in part
        assert FOOTER.preferences_url in part
    assert "Darte de baja" in mail.html


def test_nobody_is_written_to_from_a_domain_that_is_not_verified(
    world: World, firm: Firm, zone: Zone, identities: FakeIdentities
) -> None:
    assert firm.admin.post("/v1/domains", {"name": "bodegasrios.example"}).status == 201
    made = a_template(firm, sender=an_address(firm)["id"])

    with pytest.raises(DomainNotVerified):
        rendered(world, firm, made, contact(firm))


def test_every_link_is_followed_but_those_of_the_footer(world: World, firm: Firm, sender: str) -> None:
    made = a_template(firm, sender=sender,
        blocks=[
            {"kind": "text", "html": '<p><a href="https://rios.example/a?x=1&amp;n={{ person.first_name }}">uno</a> '
             '<a href="mailto:hola@rios.example">dos</a> <a href="{{ preferences_url }}">tres</a></p>'},
            {"kind": "button", "label": "Comprar", "url": "https://rios.example/tienda"},
            {"kind": "image", "src": "https://rios.example/a.png", "alt": "Botella", "url": "https://rios.example/foto"},
        ],
    )  # fmt: skip
    ana = contact(firm, first_name="Ana & Luis")
    followed: list[str] = []

    mail = rendered(world, firm, made, ana, followed=followed)

    assert sorted(set(followed)) == [
        "https://rios.example/a?x=1&n=Ana%20%26%20Luis",
        "https://rios.example/foto",
        "https://rios.example/tienda",
    ]
    assert 'href="https://rios.example/' not in mail.html
    assert 'href="mailto:hola@rios.example"' in mail.html
    assert f'href="{FOOTER.preferences_url}"' in mail.html


def test_products_are_named_and_priced_as_they_are_now_and_vanish_with_their_record(
    world: World, firm: Firm, sender: str
) -> None:
    price = {"amount": "1250.5", "currency": "EUR"}
    wine = firm.admin.post("/v1/records/products", {"name": "Reserva <2019>", "unit_price": price}).body
    gone = firm.admin.post("/v1/records/products", {"name": "Agotado"}).body
    items = [{"product": wine["id"], "url": "https://rios.example/reserva"}, {"product": gone["id"]}]
    made = a_template(firm, sender=sender, blocks=[{"kind": "products", "items": items, "columns": 2}])
    assert firm.admin.delete(f"/v1/records/products/{gone['id']}", version=1).status == 204

    mail = rendered(world, firm, made, contact(firm))

    assert "Reserva <2019>: 1.250,50 €" in mail.text
    assert "Reserva &lt;2019&gt;" in mail.html
    assert "Agotado" not in mail.html + mail.text


def test_the_second_mail_reads_only_what_it_names_of_others(world: World, firm: Firm, sender: str) -> None:
    """Ten thousand mails of one version cost what their readers differ in."""
    own = a_template(firm, sender=sender, blocks=[{"kind": "heading", "text": "{{ person.name }} de {{ firm.name }}"}])
    shared = a_template(
        firm,
        sender=sender,
        blocks=[
            {"kind": "heading", "text": "{{ company.name }} {{ owner.name }} {{ person.companies }}"},
            {"kind": "spacer", "segment": "01JD0000000000000000000000"},
            {"kind": "heading", "text": "x", "segment": "01JD0000000000000000000001"},
        ],
    )
    sol = firm.admin.post("/v1/records/companies", {"name": "El Sol"}).body
    ana = contact(firm, companies=[sol["id"]])
    for template in (own, shared):
        rendered(world, firm, template, ana)

    assert reads(world, firm, own, ana) == 0
    assert reads(world, firm, shared, ana) == 4, "company, its name among the links, owner, segments"


def reads(world: World, firm: Firm, template: dict[str, Any], person: dict[str, Any]) -> int:
    """Return how often the store is asked to render a mail, beside for the person and the firm."""
    with world.watch.during() as calls:
        rendered(world, firm, template, person)
    return len([call for call in calls if call.service == "dynamodb"]) - 2


def rendered(
    world: World, firm: Firm, template: dict[str, Any], person: dict[str, Any], *, followed: list[str] | None = None
) -> Mail:
    """Return the mail that a worker would send to a contact."""
    ctx = firms_context(world, firm)

    def link(url: str) -> str:
        (followed if followed is not None else []).append(url)
        return f"https://t.example/{len(url)}"

    with guard.entered(ctx.tenant):
        object = overlays.load(ctx).of_plural("contacts")
        row = records.get(ctx, "contacts", person["id"])
        assert row is not None
        return templates.render(
            ctx,
            id=template["id"],
            version=template["version"],
            object=object,
            row=row,
            footer=FOOTER if template.get("purpose") != "service" else NoFooter(),
            links=link,
            locale="es",
        )


def firms_context(world: World, firm: Firm) -> Any:
    ctx = world.ctx(firm.id, now=world.now)  # type: ignore[arg-type]
    with guard.entered(ctx.tenant):
        return firms.acting(ctx, name="mail_sender")
