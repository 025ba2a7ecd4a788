"""Which types a field can have; a new type is its module and one name here."""

from collections.abc import Mapping

from chalicelib.engine.fields.address import ADDRESS
from chalicelib.engine.fields.boolean import BOOLEAN
from chalicelib.engine.fields.choice import CHOICE
from chalicelib.engine.fields.contract import FieldType
from chalicelib.engine.fields.date import DATE
from chalicelib.engine.fields.date_time import DATE_TIME
from chalicelib.engine.fields.email import EMAIL
from chalicelib.engine.fields.file import FILE
from chalicelib.engine.fields.formula import FORMULA
from chalicelib.engine.fields.integer import INTEGER
from chalicelib.engine.fields.lines import LINES
from chalicelib.engine.fields.link import LINK
from chalicelib.engine.fields.long_text import LONG_TEXT
from chalicelib.engine.fields.money import MONEY
from chalicelib.engine.fields.multi_choice import MULTI_CHOICE
from chalicelib.engine.fields.number import NUMBER
from chalicelib.engine.fields.percent import PERCENT
from chalicelib.engine.fields.person_name import PERSON_NAME
from chalicelib.engine.fields.phone import PHONE
from chalicelib.engine.fields.rating import RATING
from chalicelib.engine.fields.rich_text import RICH_TEXT
from chalicelib.engine.fields.rollup import ROLLUP
from chalicelib.engine.fields.stage import STAGE
from chalicelib.engine.fields.tags import TAGS
from chalicelib.engine.fields.text import TEXT
from chalicelib.engine.fields.time import TIME
from chalicelib.engine.fields.url import URL
from chalicelib.engine.fields.user import USER
from chalicelib.engine.objects import Field

TYPES: Mapping[str, FieldType] = {
    kind.name: kind
    for kind in (
        TEXT,
        LONG_TEXT,
        RICH_TEXT,
        NUMBER,
        INTEGER,
        RATING,
        MONEY,
        PERCENT,
        DATE,
        DATE_TIME,
        TIME,
        BOOLEAN,
        CHOICE,
        MULTI_CHOICE,
        TAGS,
        STAGE,
        EMAIL,
        PHONE,
        URL,
        LINK,
        ADDRESS,
        PERSON_NAME,
        USER,
        FILE,
        LINES,
        FORMULA,
        ROLLUP,
    )
}


def of(field: Field) -> FieldType:
    """Return the type of a field; one that is computed behaves as the type of its result."""
    return TYPES[field.result or field.type]
