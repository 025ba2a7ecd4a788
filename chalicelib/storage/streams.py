"""Reading what a DynamoDB stream delivers: images in the store's own encoding, and the rows that they show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chalicelib.kernel.ids import TenantId
from chalicelib.storage import keys, records, values


def image(raw: Mapping[str, values.AttributeValue] | None) -> dict[str, Any] | None:
    """Return an old or new image with Python values, or None when the record has none."""
    return None if raw is None else values.decode_item(raw)


def tenant_of(image: Mapping[str, Any]) -> TenantId:
    """Return the tenant to whom an image, or the keys of a stream record, belong.

    :raises ValueError: when they belong to none.
    """
    return keys.tenant_of(image["pk"])


def object_of(image: Mapping[str, Any]) -> str:
    """Return the plural of the object to which an image of the records table belongs."""
    return keys.rest_of(image["pk"])


def is_body(image: Mapping[str, Any]) -> bool:
    """Return whether an image of the records table shows the large values of a record and not the record."""
    return bool(image["sk"].endswith(keys.BODY))


@dataclass(frozen=True, slots=True)
class Body:
    """The large values of a record, and who stored them."""

    id: str
    object: str
    version: int
    values: Mapping[str, Any]
    updated_at: str
    updated_by: str
    origin: Mapping[str, Any]


def body(image: Mapping[str, Any] | None) -> Body | None:
    """Return the large values that an image shows, or None for no image or a record's own row."""
    if image is None or not is_body(image):
        return None
    return Body(
        id=image["sk"].removesuffix(keys.BODY),
        object=keys.rest_of(image["pk"]),
        version=image["version"],
        values=image["values"],
        updated_at=image["updated_at"],
        updated_by=image["updated_by"],
        origin=image["origin"],
    )


def row(image: Mapping[str, Any] | None) -> records.Row | None:
    """Return the record that an image shows, or None for no image or a body row."""
    return None if image is None or is_body(image) else records.of_item(image)
