"""The shapes of people and firms, as several resources answer with them."""

from typing import Final

from chalicelib.api.shapes import array, choice, nullable, obj, string
from chalicelib.crm.admin.objects import FORMAT_LOCALES, LOCALES, UserStatus
from chalicelib.kernel.ids import TENANT_ID_PATTERN

ROLE: Final = string(1, 40, pattern="[a-z][a-z0-9_]*")
PASSWORD: Final = string(10, 256, pattern=r"\S(?:.*\S)?")

TENANT: Final = obj(
    id=string(pattern=TENANT_ID_PATTERN),
    name=string(),
    locale=choice(*LOCALES),
    format_locale=nullable(choice(*FORMAT_LOCALES)),
    timezone=string(),
    currency=string(),
    brand_color=nullable(string()),
    logo=nullable(string()),
)
USER: Final = obj(
    id=string(),
    email=string(),
    name=string(),
    role=ROLE,
    team=nullable(string()),
    status=choice(*(status.value for status in UserStatus)),
    locale=choice(*LOCALES),
    timezone=string(),
    created_at=string(),
)
ACCOUNT: Final = obj(tenant=TENANT, user=USER)
USERS: Final = obj(items=array(USER), next_cursor={"type": "null"})
