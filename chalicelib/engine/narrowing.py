"""A catalogue as one caller knows it: without the fields that they may not read, and writing none that they may not."""

from dataclasses import replace

from chalicelib.engine import access
from chalicelib.engine.catalogue import Catalogue, Object
from chalicelib.kernel.context import Context


def of(ctx: Context, catalogue: Catalogue) -> Catalogue:
    """Return a catalogue whose objects hold the caller's fields alone; what they may not write is read only there."""
    objects = {object.name: narrowed(ctx, catalogue, object) for object in catalogue}
    return replace(catalogue, objects=objects, plurals={object.plural: object for object in objects.values()})


def narrowed(ctx: Context, catalogue: Catalogue, object: Object) -> Object:
    """Return an object with the fields and relations that the caller may use."""
    readable, writable = access.readable(ctx, object), access.writable(ctx, object)
    fields = {
        name: field if field.read_only or name in writable else replace(field, read_only=True)
        for name, field in object.fields.items()
        if name in readable
    }
    return replace(
        object,
        fields=fields,
        writable={name: field for name, field in object.writable.items() if name in writable},
        required=tuple(field for field in object.required if field.name in writable),
        counted=tuple(field for field in object.counted if field.name in readable),
        links=tuple(fields[field.name] for field in object.links if field.name in readable),
        inbound={
            name: inbound
            for name, inbound in object.inbound.items()
            if inbound.field in access.readable(ctx, catalogue.of_plural(inbound.plural))
        },
        visible=readable,
    )
