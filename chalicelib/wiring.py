"""The composition root: the only module that knows every domain. Whatever runs imports it first."""

from chalicelib.crm.activities import objects as activities
from chalicelib.crm.contacts import objects as contacts
from chalicelib.crm.sales import objects as sales
from chalicelib.engine import catalogue
from chalicelib.engine.objects import ObjectDef

STANDARD: tuple[ObjectDef, ...] = (*contacts.OBJECTS, *sales.OBJECTS, *activities.OBJECTS)

catalogue.declare(STANDARD)
