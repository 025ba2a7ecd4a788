"""What an automation can do: the contract of an action, and the actions that the domains declare.

An action describes what it causes as writes; whoever takes the step stores them in the one transaction that moves the
run on. So whatever comes twice - an event, a message, a worker that died after its last word - finds the run elsewhere
and causes nothing. An action reads what it likes, and writes, sends or calls nothing itself: a mail is a row of the
outbox, a call to somebody's server a row that a sender takes. For the same reason a dry run is the same call, whose
writes nobody stores.

Ids that an action makes come from ``moment.id_for``: the same step of the same run makes the same ids.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, Literal

from chalicelib.engine.catalogue import Object
from chalicelib.engine.objects import Label, Option
from chalicelib.kernel import ids
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput
from chalicelib.storage.plan import Write
from chalicelib.storage.records import Row

Shape = Literal["text", "lines", "boolean", "number", "choice", "id", "ids", "values", "condition", "items"]
"""What a parameter holds: a line, a long text, yes or no, a number, one of its options, the id of a definition or a
record, several, values by field, a filter tree, a list of objects that the action reads itself."""

LONGEST: Final[Mapping[str, int]] = {"text": 500, "lines": 5_000, "id": 128, "choice": 60}
MOST_IDS: Final = 100


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that an action needs to be told. ``of`` names what an id is the id of: ``template``, ``user``."""

    name: str
    shape: Shape
    label: Label
    required: bool = False
    of: str | None = None
    options: Sequence[Option] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """The step that is being taken: of which run, for which record, because of what.

    ``run`` is a ULID, ``step`` the id of the step within its automation; ``cause`` is what the run began with, as JSON.
    In a dry run ``is_dry`` holds, and whatever changes by being asked (whose turn it is) must stay as it is.
    """

    automation: str
    name: str
    version: int
    run: str
    step: str
    object: Object
    row: Row
    cause: Mapping[str, Any] = field(default_factory=dict)
    is_dry: bool = False

    @property
    def key(self) -> str:
        """What names this step of this run among all, however often it is taken."""
        return f"{self.run}.{self.step}"

    def id_for(self, what: str = "") -> str:
        """Return the record id that this step makes for ``what``: a ULID of the run's own instant, always the same."""
        digest = sha256(f"{self.key}.{what}".encode()).digest()
        return ids.Ids(random_bytes=lambda length: digest[:length]).ulid(ids.made_at(self.run))


@dataclass(frozen=True, slots=True)
class Touched:
    """A record that the step creates, changes or deletes: what an undo gives back.

    ``before`` are the stored values that the change replaces, None for empty ones; ``after`` what it puts in their
    place; of a new record both are empty. ``version`` is the one that the record has by this change.
    """

    kind: Literal["created", "changed", "deleted"]
    plural: str
    id: str
    version: int
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a step comes to. ``told`` is what the run's log shows, as JSON without secrets.

    A step that finds nothing to do says why in ``skipped``, a code such as ``no_consent``; the run goes on. An action
    that cannot be done at all raises a ``Problem``: passing ones are tried again, the others end the run as failed.
    ``then`` is called once the writes are stored, to hurry what they ask for; a worker that dies before it loses it, so
    a timer among the writes, or a stream, must ask for the same.
    """

    writes: Sequence[Write] = ()
    told: Mapping[str, Any] = field(default_factory=dict)
    touched: Sequence[Touched] = ()
    skipped: str | None = None
    then: Callable[[], None] | None = None


Parameters = Mapping[str, Any]


def _as_they_are(_: Context, __: Object, parameters: Parameters) -> Parameters:
    return parameters


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that an automation can do.

    ``check`` sees parameters whose names and shapes are right; it returns them as they are to be stored or raises
    ``InvalidInput`` with the names of the parameters, acting as the author, whose rights it asks for. ``perform`` acts
    as the automation, which may do anything. An action that ``needs_person`` is for objects of people that can be
    written to.
    """

    name: str
    label: Label
    parameters: Sequence[Parameter]
    perform: Callable[[Context, Moment, Parameters], Outcome]
    check: Callable[[Context, Object, Parameters], Parameters] = _as_they_are
    needs_person: bool = False


_declared: dict[str, Action] = {}


def declare(actions: Mapping[str, Action]) -> None:
    """Make the actions known; the composition root calls it once."""
    _declared.clear()
    _declared.update(actions)


def all() -> Sequence[Action]:
    """Return every action, in the order of their declaration."""
    return tuple(_declared.values())


def of(name: str) -> Action:
    """Return an action by its name.

    :raises InvalidInput: when there is none.
    """
    if name not in _declared:
        raise InvalidInput.of("action", "unknown_action", f"Choose one of {', '.join(_declared)}.")
    return _declared[name]


def checked(ctx: Context, object: Object, name: str, parameters: Any) -> Parameters:
    """Return the parameters of an action as they are to be stored.

    :raises InvalidInput: naming every parameter that is unknown, missing or wrong.
    """
    action = of(name)
    if not isinstance(parameters, Mapping):
        raise InvalidInput.of("with", "not_an_object", "Send the parameters of the action by their names.")
    known = {parameter.name: parameter for parameter in action.parameters}
    errors = [FieldError(str(name)[:60], "unknown_parameter", "Leave it out.") for name in parameters.keys() - known]
    for parameter in known.values():
        fault = _fault(parameter, parameters.get(parameter.name))
        errors += [FieldError(parameter.name, *fault)] if fault else []
    if errors:
        raise InvalidInput("Some parameters were refused.", errors=errors)
    return action.check(ctx, object, {name: value for name, value in parameters.items() if value is not None})


def _fault(parameter: Parameter, value: Any) -> tuple[str, str] | None:
    """Return the code and the words of what is wrong with a value, or None."""
    if value is None or value in ("", [], {}):
        return ("required", "Send a value.") if parameter.required else None
    shape = parameter.shape
    if shape in LONGEST:
        if not isinstance(value, str):
            return "not_a_text", "Send a text."
        if len(value) > LONGEST[shape]:
            return "too_long", f"Use at most {LONGEST[shape]} characters."
    if shape == "choice" and value not in {option.value for option in parameter.options}:
        return "unknown_option", f"Choose one of {', '.join(option.value for option in parameter.options)}."
    if shape == "ids" and not _is_list_of_ids(value):
        return "not_a_list", f"Send a list of at most {MOST_IDS} ids."
    wanted = {"boolean": bool, "number": int, "values": Mapping, "condition": Mapping, "items": list}.get(shape)
    if wanted is not None and (not isinstance(value, wanted) or (shape == "number" and isinstance(value, bool))):
        return "wrong_type", {"boolean": "Send true or false.", "number": "Send a whole number."}.get(
            shape, "Send a list." if shape == "items" else "Send an object."
        )
    return None


def _is_list_of_ids(value: Any) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_IDS
        and not any(not isinstance(id, str) or len(id) > LONGEST["id"] for id in value)
    )
