"""The shapes of people and firms, as several resources answer with them."""

from typing import Final

from chalicelib.api.shapes import array, choice, obj, string
from chalicelib.crm.admin.objects import LOCALES, UserStatus
from chalicelib.kernel.context import Role
from chalicelib.kernel.ids import TENANT_ID_PATTERN

ROLE: Final = choice(*(role.value for role in Role))
PASSWORD: Final = string(10, 256, pattern=r"\S(?:.*\S)?")

TENANT: Final = obj(
    id=string(pattern=TENANT_ID_PATTERN), name=string(), locale=choice(*LOCALES), timezone=string(), currency=string()
)
USER: Final = obj(
    id=string(),
    email=string(),
    name=string(),
    role=ROLE,
    status=choice(*(status.value for status in UserStatus)),
    locale=choice(*LOCALES),
    timezone=string(),
    created_at=string(),
)
ACCOUNT: Final = obj(tenant=TENANT, user=USER)
USERS: Final = obj(items=array(USER), next_cursor={"type": "null"})
