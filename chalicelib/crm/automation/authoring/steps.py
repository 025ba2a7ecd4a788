"""The steps of an automation: a tree as its author sees it, a chain as a run walks it.

``{"id", "kind": "action", "action", "with"}``, ``{"kind": "wait", "for": {"days": 3}, "at": "09:00"}``,
``{"kind": "wait_until", "field", "offset", "at"}`` or ``{"kind": "wait_until", "condition", "most", "otherwise"}``,
``{"kind": "branch", "branches": [{"label", "condition", "steps"}], "otherwise": [...]}`` and ``{"kind": "stop"}``.
Behind a branch the run goes on with the step after it. Nothing leads back, so a run has at most as many steps as its
automation.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from chalicelib.crm.automation.authoring import conditions, spans
from chalicelib.engine import actions
from chalicelib.engine.catalogue import Object
from chalicelib.kernel.context import Context
from chalicelib.kernel.errors import FieldError, InvalidInput

ACTION, WAIT, WAIT_UNTIL, BRANCH, STOP = KINDS = ("action", "wait", "wait_until", "branch", "stop")
MOST: Final = 60
DEEPEST: Final = 5
MOST_BRANCHES: Final = 10
LONGEST_LABEL: Final = 120
_ID: Final = re.compile(r"[a-z0-9_-]{1,40}")
_PARTS: Final[Mapping[str, frozenset[str]]] = {
    ACTION: frozenset({"action", "with"}),
    WAIT: frozenset({"for", "at"}),
    WAIT_UNTIL: frozenset({"field", "offset", "at", "condition", "most", "otherwise"}),
    BRANCH: frozenset({"branches", "otherwise"}),
    STOP: frozenset(),
}
_COMMON: Final = frozenset({"id", "kind", "label"})

Tree = Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way out of a branch: what it is called, when it is taken (None: always), and the step that it begins with."""

    label: str
    condition: Mapping[str, Any] | None
    first: str | None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the chain. ``said`` is what its author wrote; ``next`` the step behind it, None at the end."""

    id: str
    kind: str
    said: Mapping[str, Any]
    next: str | None
    ways: Sequence[Way] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Chain:
    """All steps by their ids, in the order in which one reads them, and the first."""

    first: str | None
    steps: Mapping[str, Step]


def chain(tree: Tree) -> Chain:
    """Return a tree that was checked as a chain."""
    steps: dict[str, Step] = {}

    def laid(members: Tree, after: str | None) -> str | None:
        for said in reversed(members):
            ways: tuple[Way, ...] = ()
            if said["kind"] == BRANCH:
                ways = (
                    *(Way(way["label"], way["condition"], laid(way["steps"], after)) for way in said["branches"]),
                    Way("", None, laid(said["otherwise"], after)),
                )
            steps[said["id"]] = Step(said["id"], said["kind"], said, after, ways)
            after = said["id"]
        return after

    first = laid(tree, None)
    return Chain(first, {id: steps[id] for id in _ids(tree)})


def _ids(tree: Tree) -> Iterator[str]:
    """Yield the ids of all steps as one reads them: a branch, what is in it, what comes after it."""
    for said in tree:
        yield said["id"]
        for way in said.get("branches", ()):
            yield from _ids(way["steps"])
        if said["kind"] == BRANCH:
            yield from _ids(said["otherwise"])


def checked(ctx: Context, object: Object, tree: Any) -> list[dict[str, Any]]:
    """Return the steps as they are to be stored, each with an id.

    :raises InvalidInput: naming every step that makes no sense, by its id.
    """
    reading = _Reading(ctx, object)
    read = reading.members(tree, "steps", 1)
    if reading.errors:
        raise InvalidInput("Some steps were refused.", errors=reading.errors[:50])
    return read


@dataclass(slots=True)
class _Reading:
    """One tree being read; whatever is wrong is noted and the reading goes on."""

    ctx: Context
    object: Object
    errors: list[FieldError] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    count: int = 0

    def members(self, tree: Any, at: str, depth: int) -> list[dict[str, Any]]:
        if not isinstance(tree, list):
            self._refused(at, "not_a_list", "Send a list of steps.")
            return []
        if depth > DEEPEST:
            self._refused(at, "too_deep", f"Nest branches at most {DEEPEST} deep.")
            return []
        read: list[dict[str, Any]] = []
        for said in tree:
            self.count += 1
            if self.count > MOST:
                self._refused("steps", "too_many_steps", f"Use at most {MOST} steps.")
                return read
            one = self._one(said, f"{at}.{len(read)}", depth)
            if one is not None:
                read.append(one)
        return read

    def _one(self, said: Any, at: str, depth: int) -> dict[str, Any] | None:
        if not isinstance(said, Mapping) or said.get("kind") not in KINDS:
            self._refused(at, "unknown_step", f"Send a step whose kind is one of {', '.join(KINDS)}.")
            return None
        kind = said["kind"]
        id = self._id(said.get("id"), at)
        if id is None:
            return None
        at = f"steps.{id}"
        unknown = sorted(str(name)[:40] for name in said.keys() - _PARTS[kind] - _COMMON)
        if unknown:
            self._refused(f"{at}.{unknown[0]}", "unknown_part", "Leave it out.")
            return None
        label = said.get("label")
        if label is not None and not (isinstance(label, str) and len(label) <= LONGEST_LABEL):
            self._refused(f"{at}.label", "invalid", f"Use at most {LONGEST_LABEL} characters.")
            return None
        common = {"id": id, "kind": kind, **({"label": label} if label else {})}
        try:
            return {**common, **self._parts(kind, said, at, depth)}
        except InvalidInput as refused:
            named = [FieldError(f"{at}.{fault.field}", fault.code, fault.message) for fault in refused.errors]
            self.errors += named or [FieldError(at, refused.code, refused.detail)]
            return None

    def _parts(self, kind: str, said: Mapping[str, Any], at: str, depth: int) -> dict[str, Any]:
        if kind == ACTION:
            return self._action(said)
        if kind == WAIT:
            return {"for": spans.checked(said.get("for"), "for"), **spans.checked_time(said, "at")}
        if kind == WAIT_UNTIL:
            return self._wait_until(said)
        if kind == BRANCH:
            return self._branch(said, at, depth)
        return {}

    def _action(self, said: Mapping[str, Any]) -> dict[str, Any]:
        name = said.get("action")
        if not isinstance(name, str):
            raise InvalidInput.of("action", "required", "Say what is to be done.")
        action = actions.of(name)
        if action.needs_person and not self.object.features.reachable:
            raise InvalidInput.of("action", "needs_person", "This is for people whom one can write to.")
        return {"action": name, "with": dict(actions.checked(self.ctx, self.object, name, said.get("with") or {}))}

    def _wait_until(self, said: Mapping[str, Any]) -> dict[str, Any]:
        if (said.get("field") is None) == (said.get("condition") is None):
            raise InvalidInput.of("field", "required", "Say which field's day, or which condition, is waited for.")
        if said.get("field") is not None:
            spans.require_dated(self.ctx, self.object, said["field"], "field")
            offset = {"offset": spans.checked(said["offset"], "offset", signed=True)} if said.get("offset") else {}
            return {"field": said["field"], **offset, **spans.checked_time(said, "at")}
        otherwise = said.get("otherwise", "go_on")
        if otherwise not in ("go_on", "stop"):
            raise InvalidInput.of("otherwise", "unknown_option", "Choose go_on or stop.")
        return {
            "condition": conditions.checked(self.ctx, self.object, said["condition"], "condition"),
            "most": spans.checked(said.get("most"), "most"),
            "otherwise": otherwise,
        }

    def _branch(self, said: Mapping[str, Any], at: str, depth: int) -> dict[str, Any]:
        branches = said.get("branches")
        if not isinstance(branches, list) or not 1 <= len(branches) <= MOST_BRANCHES:
            raise InvalidInput.of("branches", "not_a_list", f"Send one to {MOST_BRANCHES} branches.")
        read = []
        for number, way in enumerate(branches):
            place = f"branches.{number}"
            if not isinstance(way, Mapping) or way.keys() - {"label", "condition", "steps"}:
                raise InvalidInput.of(place, "not_a_branch", "Send a label, a condition and steps.")
            label = way.get("label", "")
            if not isinstance(label, str) or len(label) > LONGEST_LABEL:
                raise InvalidInput.of(f"{place}.label", "invalid", f"Use at most {LONGEST_LABEL} characters.")
            condition = conditions.checked(self.ctx, self.object, way.get("condition"), f"{place}.condition")
            if condition is None:
                raise InvalidInput.of(f"{place}.condition", "required", "Say when this branch is taken.")
            steps = self.members(way.get("steps", []), f"{at}.{place}.steps", depth + 1)
            read.append({"label": label, "condition": condition, "steps": steps})
        otherwise = self.members(said.get("otherwise", []), f"{at}.otherwise", depth + 1)
        return {"branches": read, "otherwise": otherwise}

    def _id(self, given: Any, at: str) -> str | None:
        if given is None:
            number = len(self.taken) + 1
            while f"s{number}" in self.taken:
                number += 1
            given = f"s{number}"
        elif not isinstance(given, str) or not _ID.fullmatch(given):
            self._refused(f"{at}.id", "invalid", "Use lower-case letters, digits, - and _.")
            return None
        elif given in self.taken:
            self._refused(f"{at}.id", "twice", "Give each step an id of its own.")
            return None
        self.taken.add(given)
        return str(given)

    def _refused(self, at: str, code: str, message: str) -> None:
        self.errors.append(FieldError(at[:200], code, message))
