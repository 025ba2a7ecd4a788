"""The headers of other systems find their fields, in Spanish and English."""

import pytest

from chalicelib import wiring
from chalicelib.engine import catalogue
from chalicelib.engine.importing import columns, mapping
from chalicelib.engine.importing.targets import Target, checked, family
from chalicelib.engine.objects import Overlay
from chalicelib.kernel.errors import InvalidInput

CATALOGUE = catalogue.merge(wiring.STANDARD, Overlay())
CONTACTS = CATALOGUE.of_plural("contacts")

GOOGLE = (
    "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,"
    "Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,"
    "Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,"
    "Phone 2 - Label,Phone 2 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
    "Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,"
    "Website 1 - Label,Website 1 - Value,Custom Field 1 - Label,Custom Field 1 - Value"
)
GOOGLE_OLD = (
    "Name,Given Name,Additional Name,Family Name,Yomi Name,Given Name Yomi,Additional Name Yomi,Family Name Yomi,"
    "Name Prefix,Name Suffix,Initials,Nickname,Short Name,Maiden Name,Birthday,Gender,Location,Billing Information,"
    "Directory Server,Mileage,Occupation,Hobby,Sensitivity,Priority,Subject,Notes,Language,Photo,Group Membership,"
    "E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value,Address 1 - Type,Address 1 - Formatted,"
    "Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,"
    "Address 1 - Country,Address 1 - Extended Address,Website 1 - Type,Website 1 - Value"
)
OUTLOOK = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business Street 2,"
    "Business Street 3,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,"
    "Home Street 2,Home City,Home State,Home Postal Code,Home Country/Region,Other Street,Assistant's Phone,"
    "Business Fax,Business Phone,Business Phone 2,Callback,Car Phone,Company Main Phone,Home Fax,Home Phone,"
    "Home Phone 2,ISDN,Mobile Phone,Other Phone,Pager,Primary Phone,Account,Anniversary,Assistant's Name,Birthday,"
    "Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,E-mail 2 Type,E-mail 2 Display Name,"
    "Gender,Hobby,Language,Location,Manager's Name,Notes,Profession,Referred By,Spouse,User 1,Web Page"
)
SALESFORCE_REPORT = (
    "First Name,Last Name,Description,Birthdate,Lead Source,Assistant,Asst. Phone,Mailing Street,Mailing City,"
    "Mailing State,Mailing Zip/Postal Code,Mailing Country,Other Street,Phone,Mobile,Home Phone,Other Phone,Fax,Email,"
    "Email Opt Out,Do Not Call,Account Name"
)
SALESFORCE_EXPORT = (
    "Id,IsDeleted,MasterRecordId,AccountId,Salutation,FirstName,LastName,MailingStreet,MailingCity,MailingState,"
    "MailingPostalCode,MailingCountry,Phone,Fax,MobilePhone,HomePhone,OtherPhone,AssistantPhone,ReportsToId,Email,Title,"
    "Department,AssistantName,LeadSource,Birthdate,Description,OwnerId,HasOptedOutOfEmail,DoNotCall,CreatedDate,"
    "CreatedById,LastModifiedDate,LastModifiedById,SystemModstamp"
)
SALESFORCE_ACCOUNTS = (
    "Account Name,Annual Revenue,Type,Ticker Symbol,Rating,Industry,SIC Code,Ownership,Employees,Billing Street,"
    "Billing City,Shipping Street,Website,Created Date"
)
SALESFORCE_OPPORTUNITIES = (
    "Opportunity Name,Type,Lead Source,Amount,Created Date,Close Date,Next Step,Stage,Probability (%),Account Name"
)
HUBSPOT = (
    "Record ID,First Name,Last Name,Email,Phone Number,Contact owner,Lead Status,Create Date,Last Modified Date,"
    "Lifecycle Stage,Associated Company,Associated Company IDs,Associated Deal,Associated Deal IDs"
)
HUBSPOT_DEALS = "Record ID,Deal Name,Deal Stage,Amount,Deal owner,Associated Company IDs,Associated Contact IDs"
PIPEDRIVE = (
    "Person - Name*,Person - First name,Person - Last name,Person - Phone,Person - Email (Work),Person - Email (Home),"
    "Organization - Name*,Organization - Address,Deal - Title,Deal - Value,Activity - Subject*,Activity - Due date,"
    "Note - Content*"
)
SPREADSHEET = (
    "Nombre,Apellidos,Correo electrónico,Teléfono móvil,Empresa,Cargo,Calle,Código postal,Población,Provincia,País,"
    "Propietario,Fecha de creación,Notas"
)

SYSTEMS = [
    (
        "contacts",
        GOOGLE,
        {
            "First Name": "contacts.first_name",
            "Middle Name": "contacts.first_name",
            "Last Name": "contacts.last_name",
            "Organization Name": "companies.name",
            "Organization Title": "contacts.job_title",
            "E-mail 2 - Value": "contacts.emails",
            "Phone 1 - Value": "contacts.phones",
            "Phone 1 - Label": "contacts.phones/label",
            "Address 1 - Street": "contacts.address/street",
            "Address 1 - Postal Code": "contacts.address/postal_code",
            "Address 1 - Formatted": None,
            "Birthday": "contacts.birthday",
            "Notes": "contacts.description",
            "Photo": None,
            "Phonetic First Name": None,
            "Custom Field 1 - Value": None,
        },
    ),
    (
        "contacts",
        GOOGLE_OLD,
        {
            "Given Name": "contacts.first_name",
            "Family Name": "contacts.last_name",
            "E-mail 1 - Value": "contacts.emails",
            "E-mail 1 - Type": "contacts.emails/label",
            "Address 1 - City": "contacts.address/city",
            "Yomi Name": None,
            "Priority": None,
        },
    ),
    (
        "contacts",
        OUTLOOK,
        {
            "Title": None,
            "Job Title": "contacts.job_title",
            "Company": "companies.name",
            "Business Street": "contacts.address/street",
            "Business Country/Region": "contacts.address/country",
            "Home Street": None,
            "Business Phone 2": "contacts.phones:work",
            "Mobile Phone": "contacts.phones:mobile",
            "Home Fax": "contacts.phones:fax",
            "E-mail Address": "contacts.emails",
            "E-mail 2 Address": "contacts.emails",
            "E-mail Display Name": None,
        },
    ),
    (
        "contacts",
        SALESFORCE_REPORT,
        {
            "Mailing Zip/Postal Code": "contacts.address/postal_code",
            "Mobile": "contacts.phones:mobile",
            "Lead Source": "contacts.source",
            "Account Name": "companies.name",
            "Other Street": None,
            "Email Opt Out": "contacts.email_opt_out",
        },
    ),
    (
        "contacts",
        SALESFORCE_EXPORT,
        {
            "Id": "contacts.external_id",
            "AccountId": "companies.external_id",
            "FirstName": "contacts.first_name",
            "MailingPostalCode": "contacts.address/postal_code",
            "MobilePhone": "contacts.phones:mobile",
            "Title": "contacts.job_title",
            "CreatedDate": "contacts.original_created_at",
            "OwnerId": None,
            "SystemModstamp": None,
        },
    ),
    (
        "companies",
        SALESFORCE_ACCOUNTS,
        {
            "Account Name": "companies.name",
            "Industry": "companies.industry",
            "Billing City": "companies.address/city",
            "Shipping Street": None,
            "Website": "companies.website",
            "Created Date": "companies.original_created_at",
            "Rating": None,
        },
    ),
    (
        "deals",
        SALESFORCE_OPPORTUNITIES,
        {
            "Opportunity Name": "deals.name",
            "Amount": "deals.amount",
            "Close Date": "deals.close_date",
            "Stage": "deals.stage",
            "Next Step": "deals.next_step",
            "Account Name": "companies.name",
            "Probability (%)": None,
        },
    ),
    (
        "contacts",
        HUBSPOT,
        {
            "Record ID": "contacts.external_id",
            "Phone Number": "contacts.phones",
            "Contact owner": "contacts.owner",
            "Create Date": "contacts.original_created_at",
            "Associated Company": "companies.name",
            "Associated Company IDs": "companies.external_id",
            "Last Modified Date": None,
        },
    ),
    (
        "deals",
        HUBSPOT_DEALS,
        {
            "Deal Name": "deals.name",
            "Deal Stage": "deals.stage",
            "Deal owner": "deals.owner",
            "Associated Company IDs": "companies.external_id",
            "Associated Contact IDs": "contacts.external_id",
        },
    ),
    (
        "contacts",
        PIPEDRIVE,
        {
            "Person - Email (Work)": "contacts.emails:work",
            "Organization - Name*": "companies.name",
            "Organization - Address": "companies.address",
            "Deal - Title": "deals.name",
            "Deal - Value": "deals.amount",
            "Activity - Subject*": "tasks.subject",
            "Activity - Due date": "tasks.due",
            "Note - Content*": "notes.text",
        },
    ),
    (
        "products",
        "Product - Name*,Product - Product Code,Product - Unit,Product - Price,Product - Currency",
        {
            "Product - Name*": "products.name",
            "Product - Product Code": "products.sku",
            "Product - Price": "products.unit_price",
        },
    ),
    (
        "contacts",
        SPREADSHEET,
        {
            "Nombre": "contacts.first_name",
            "Apellidos": "contacts.last_name",
            "Correo electrónico": "contacts.emails",
            "Teléfono móvil": "contacts.phones:mobile",
            "Empresa": "companies.name",
            "Cargo": "contacts.job_title",
            "Código postal": "contacts.address/postal_code",
            "País": "contacts.address/country",
            "Propietario": "contacts.owner",
            "Fecha de creación": "contacts.original_created_at",
            "Notas": "contacts.description",
        },
    ),
    (
        "leads",
        "First Name,Last Name,Company,Email,Lead Status,Lead Source,Lead Owner",
        {"Company": "leads.company_name", "Lead Status": "leads.status", "Lead Owner": "leads.owner"},
    ),
]


def spoken(target: Target | None) -> str | None:
    if target is None:
        return None
    part, label = f"/{target.part}" if target.part else "", f":{target.label}" if target.label else ""
    return f"{target.object}.{target.field}{part}{label}"


def proposed(plural: str, header: str, *rows: str) -> dict[str, str | None]:
    names = header.split(",")
    evidence = columns.observe([row.split(",") for row in rows or [",".join("x" for _ in names)]], len(names))
    told = mapping.propose(CATALOGUE, CATALOGUE.of_plural(plural), names, evidence)
    return {proposal.header: spoken(proposal.target) for proposal in told}


@pytest.mark.parametrize(("plural", "header", "expected"), SYSTEMS)
def test_the_headers_of_other_systems_are_understood(plural: str, header: str, expected: dict[str, str | None]) -> None:
    told = proposed(plural, header)

    assert {name: told[name] for name in expected} == expected


@pytest.mark.parametrize(
    "object", [object for object in CATALOGUE if object.features.importable], ids=lambda o: o.plural
)
@pytest.mark.parametrize("locale", ["es", "en"])
def test_our_own_labels_are_understood(object: catalogue.Object, locale: str) -> None:
    labels = {
        field.label.text(locale): f"{object.plural}.{field.name}"
        for field in object.writable.values()
        if not field.link and not field.hidden and field.type != "lines"
    }

    told = proposed(object.plural, ",".join(labels))

    assert {label: told[label] for label in labels} == labels


def test_a_lone_nombre_is_the_whole_name_and_beside_apellidos_a_first_name() -> None:
    assert proposed("contacts", "Nombre,Email")["Nombre"] == "contacts.name"
    assert proposed("contacts", "Nombre,Apellidos")["Nombre"] == "contacts.first_name"


def test_a_column_without_a_name_is_known_by_its_cells() -> None:
    told = proposed("contacts", "Column 1,Column 2", "Ana,ana@x.example", "Eva,eva@x.example")

    assert told == {"Column 1": None, "Column 2": "contacts.emails"}


def test_of_two_addresses_the_one_that_holds_anything_is_taken() -> None:
    told = proposed("contacts", "Business Street,Home Street", ",Calle Mayor 1")

    assert told == {"Business Street": None, "Home Street": "contacts.address/street"}


@pytest.mark.parametrize(
    ("plural", "header", "fields"),
    [
        ("contacts", "Email,Record ID,Phone", ("emails", "external_id")),
        ("contacts", "First Name,Phone", ("phones",)),
        ("contacts", "First Name,Last Name", ("name",)),
        ("companies", "Name,Tax ID,Phone", ("tax_id", "name")),
        ("orders", "Order number,Date", ("number",)),
    ],
)
def test_the_match_key_is_what_identifies(plural: str, header: str, fields: tuple[str, ...]) -> None:
    names = header.split(",")
    evidence = columns.observe([["x"] * len(names)], len(names))
    told = mapping.propose(CATALOGUE, CATALOGUE.of_plural(plural), names, evidence)

    targets = {proposal.column: proposal.target for proposal in told if proposal.target}
    assert mapping.match_key(CATALOGUE.of_plural(plural), targets).fields == fields


def test_one_row_may_speak_of_what_its_record_can_be_linked_to() -> None:
    assert next(iter(family(CATALOGUE, CONTACTS))) == "contacts"
    assert {"companies", "deals", "orders", "notes"} <= set(family(CATALOGUE, CONTACTS))
    assert "pipelines" not in family(CATALOGUE, CATALOGUE.of_plural("deals"))


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ({"column": 9, "target": None}, "unknown_column"),
        ({"column": 0, "target": {"object": "users", "field": "name"}}, "unknown_object"),
        ({"column": 0, "target": {"object": "contacts", "field": "version"}}, "unknown_field"),
        ({"column": 0, "target": {"object": "contacts", "field": "created_at"}}, "unknown_field"),
        ({"column": 0, "target": {"object": "contacts", "field": "address", "part": "planet"}}, "unknown_part"),
    ],
)
def test_a_mapping_leads_only_where_a_file_may_write(entry: dict[str, object], code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        checked(CATALOGUE, CONTACTS, [entry], columns=2)

    assert [error.code for error in refused.value.errors] == [code]


def test_two_columns_cannot_fill_one_date() -> None:
    birthday = {"object": "contacts", "field": "birthday"}

    with pytest.raises(InvalidInput):
        checked(CATALOGUE, CONTACTS, [{"column": 0, "target": birthday}, {"column": 1, "target": birthday}], columns=2)


def test_a_link_is_filled_by_naming_the_record_behind_it() -> None:
    entry = {"column": 0, "target": {"object": "contacts", "field": "companies"}}

    assert checked(CATALOGUE, CONTACTS, [entry], columns=1) == {0: Target("companies", "name")}
