"""Segments in plain words: a sentence becomes a filter, and a filter the sentence that says it.

What understands sentences is imported by whoever asks: it would be a tenth of what the API loads at its start.
"""

from typing import Any, Final

from chalicelib.api.blueprint import TenderoBlueprint
from chalicelib.api.request import Request
from chalicelib.api.shapes import array, choice, component, integer, nullable, obj, string
from chalicelib.engine.asking.words import LOCALES, MOST_CHARACTERS
from chalicelib.kernel.context import Context

blueprint = TenderoBlueprint(__name__, tag="Segments")

LOCALE: Final = choice(*LOCALES)
CHOSEN: Final = {"type": "object", "additionalProperties": string(1, 120)}
CHOICE: Final = obj(
    id=string(), label=string(), options=array(obj(value=string(), label=string()), min_items=2), chosen=string()
)
UNKNOWN: Final = obj(
    text=string(), start=integer(0), end=integer(0), reason=string(), suggestions=array(string(), max_items=3)
)
INTERPRETED: Final = obj(
    object=string(),
    filter=component("Filter"),
    sentence=nullable(string()),
    choices=array(CHOICE),
    unknown=array(UNKNOWN),
    locale=LOCALE,
)


@blueprint.post(
    "/v1/segments/interpret", scope="segments", reads=True, problems=(404,), answer=INTERPRETED,
    body=obj(text=string(1, MOST_CHARACTERS), optional={"object": string(1, 60), "locale": LOCALE, "choices": CHOSEN}),
)  # fmt: skip
def interpret_segment(ctx: Context, request: Request) -> dict[str, Any]:
    """Understand a sentence as a filter: what was assumed are choices, what was not understood is named.

    Send ``choices``, by their ids, to have them made otherwise.
    """
    from chalicelib.engine.asking import interpreting  # noqa: PLC0415 - see the module

    return interpreting.interpret(
        ctx,
        text=request.json["text"],
        locale=request.json.get("locale", ctx.locale),
        plural=request.json.get("object"),
        chosen=request.json.get("choices"),
    )


@blueprint.post(
    "/v1/segments/sentence", scope="segments", reads=True, problems=(404,),
    body=obj(object=string(1, 60), filter=component("Filter"), optional={"locale": LOCALE}),
    answer=obj(sentence=nullable(string())),
)  # fmt: skip
def tell_segment(ctx: Context, request: Request) -> dict[str, Any]:
    """Say a filter as a sentence that is understood as this very filter; null where there are no words for it."""
    from chalicelib.engine.asking import interpreting  # noqa: PLC0415 - see the module

    return interpreting.tell(
        ctx, plural=request.json["object"], tree=request.json["filter"], locale=request.json.get("locale", ctx.locale)
    )
