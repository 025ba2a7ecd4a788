"""The sample firm's customers: companies, the people in them, and leads."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from chalicelib.samples import permissions, words
from chalicelib.samples.plan import REPS, Dice, Ref, Sample, address_of, slug

SOURCES = ("web", "referral", "fair", "campaign", "phone")
PEOPLE = 498
TWINS = 6
LEADS = 40
UNATTENDED = 7
AGREED_AT_FAIR = 66
SAID_NOTHING = ",,,"
FAIR_HEADER = (
    "Nombre,Apellidos,Correo,Cargo,Acepta correos,Base del permiso,Origen del permiso,Fecha del permiso",
    "First name,Last name,Email,Job title,"
    "Email opt-in,Basis of the permission,Source of the permission,Date of the permission",
)

# names, how many of them lie in Madrid, industry
TRADES = (
    (words.HOTELS, 8, "hospitality"),
    (words.RESTAURANTS, 12, "hospitality"),
    (words.SHOPS, 10, "retail"),
)


def companies(dice: Dice) -> Sequence[Sample]:
    """Return the eighty companies; the best customer comes first."""
    return [
        _company(dice, name, words.MADRID if position < in_madrid else dice.pick(words.CITIES), industry)
        for names, in_madrid, industry in TRADES
        for position, name in enumerate(names)
    ]


def _company(dice: Dice, name: str, city: str, industry: str) -> Sample:
    domain = slug(name)
    return Sample(
        key=f"company:{domain}",
        plural="companies",
        at=dice.days_ago(dice.between(735, 900)),
        owner=dice.pick(REPS),
        values={
            "name": name,
            "industry": industry,
            "size": dice.pick(("1-9", "10-49", "50-249")) if industry == "hospitality" else "1-9",
            "website": f"https://{domain}.example",
            "emails": [{"value": f"hola@{domain}.example", "label": "work", "primary": True}],
            "phones": [{"value": dice.phone(), "label": "work", "primary": True}],
            "address": {
                "street": f"{dice.pick(words.STREETS)}, {dice.between(1, 90)}",
                "city": city,
                "postal_code": "28001" if city == words.MADRID else "45001",
                "country": "ES",
            },
        },
    )


def contacts(dice: Dice, companies: Sequence[Sample]) -> Sequence[Sample]:
    """Return 498 people, and six of them entered twice: the import of ``people_file`` makes them 600."""
    people = [_contact(dice, number, companies[number % len(companies)]) for number in range(PEOPLE)]
    twins = [_twin(number, person) for number, person in enumerate(dice.random.sample(people, TWINS))]
    return permissions.permitted(dice, [*people, *twins])


def first_of_each_company(people: Sequence[Sample]) -> Mapping[str, Ref]:
    """Return the person whom orders and deals of a company name, by the company's key."""
    firsts: dict[str, Ref] = {}
    for person in people:
        firsts.setdefault(person.values["companies"][0]["id"].key, Ref(person.key))
    return firsts


def _contact(dice: Dice, number: int, company: Sample) -> Sample:
    first, last = dice.name()
    email = address_of(first, last, str(number), company.key.removeprefix("company:"))
    return Sample(
        key=f"contact:{number}",
        plural="contacts",
        at=company.at + timedelta(days=dice.between(0, 300)),
        owner=company.owner,
        values={
            "first_name": first,
            "last_name": last,
            "job_title": dice.said(dice.pick(words.JOB_TITLES)),
            "emails": [{"value": email, "label": "work", "primary": True}],
            "phones": [{"value": dice.phone(), "label": "mobile", "primary": True}],
            "companies": [{"id": Ref(company.key), "primary": True}],
            "source": dice.pick(SOURCES),
        },
    )


def _twin(number: int, original: Sample) -> Sample:
    """The same person entered again, without the second surname and under a second address."""
    values = dict(original.values)
    values["last_name"] = values["last_name"].split()[0]
    values["emails"] = [{**values["emails"][0], "value": "otra." + values["emails"][0]["value"]}]
    return Sample(f"contact:twin:{number}", "contacts", original.at + timedelta(days=40), original.owner, values)


def leads(dice: Dice) -> Iterator[Sample]:
    """Yield forty leads from five sources; nobody has attended to the first seven."""
    for number in range(LEADS):
        first, last = dice.name()
        is_new = number < UNATTENDED
        shop = dice.pick(("Bar", "Hostal", "Tienda", "Mesón"))
        yield Sample(
            key=f"lead:{number}",
            plural="leads",
            at=dice.days_ago(dice.between(1, 6) if is_new else dice.between(8, 120)),
            owner=dice.pick(REPS),
            values={
                "first_name": first,
                "last_name": last,
                "company_name": f"{shop} {last.split()[0]}",
                "emails": [{"value": address_of(first, last, str(number), "correo"), "primary": True}],
                "phones": [{"value": dice.phone(), "primary": True}],
                "source": SOURCES[number % len(SOURCES)],
                "status": "new" if is_new else dice.pick(("contacted", "qualified", "unqualified")),
            },
        )


def people_file(dice: Dice, people: Sequence[Sample]) -> str:
    """Return the CSV of 120 people met at a fair: 96 new, 14 with a new title, 6 already right, 4 illegible.

    Of an illegible one neither the name nor the address can be read, and nobody comes in without a name.

    Of those who are new, two thirds agreed on paper to be written to, and the table says so; the others said nothing.
    """
    title = dice.said(("Dirección", "Management"))
    strangers, hurried = [*enumerate(dice.name() for _ in range(96))], [dice.name() for _ in range(4)]
    said = [_agreed_at_fair(dice)] * AGREED_AT_FAIR + [SAID_NOTHING] * (len(strangers) - AGREED_AT_FAIR)
    rows = [
        *(f"{first},{last},{address_of(first, last, str(n), 'feria')},,{said[n]}" for n, (first, last) in strangers),
        *(f"{_row(person, title)},{SAID_NOTHING}" for person in people[:14]),
        *(f"{_row(person, person.values['job_title'])},{SAID_NOTHING}" for person in people[14:20]),
        *(f",,{slug(first)} arroba feria,,{SAID_NOTHING}" for first, _ in hurried),
    ]
    return "\r\n".join([dice.said(FAIR_HEADER), *rows, ""])


def _agreed_at_fair(dice: Dice) -> str:
    day = (dice.today - timedelta(days=2)).isoformat()
    return dice.said((f"sí,Consentimiento,Feria Alimentaria,{day}", f"yes,Consent,Food fair,{day}"))


def _row(person: Sample, job_title: str) -> str:
    values = person.values
    return f"{values['first_name']},{values['last_name']},{values['emails'][0]['value']},{job_title}"
