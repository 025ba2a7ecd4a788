"""What people say in Spanish and English, and what each sentence must mean."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from chalicelib.engine.asking import interpreting
from chalicelib.kernel.context import Context
from chalicelib.kernel.ids import TenantId
from chalicelib.storage import guard
from tests.builders import Api
from tests.functional.asking.corpus import CASES, Case
from tests.world import World

SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
FEWEST = 300
CASES_BY_LANGUAGE = [
    pytest.param(case, locale, id=f"{locale}: {getattr(case, locale)[0]}") for case in CASES for locale in ("es", "en")
]


@pytest.fixture(scope="module")
def said_by(shared_api: Api, shared_world: World) -> Iterator[tuple[Context, dict[str, str]]]:
    """Somebody of a firm with Ana Ruiz and a segment, on a Sunday, and the ids that the trees leave open."""
    firm = shared_api.sign_up()
    renamed = firm.admin.patch("/v1/me", {"name": "Ana Ruiz"})
    assert renamed.status == 200, renamed.raw
    made = firm.admin.post("/v1/segments", {"name": "Clientes VIP", "object": "companies", "mode": "static"})
    assert made.status == 201, made.raw
    ctx = shared_world.ctx(TenantId(firm.id), now=SUNDAY)
    with guard.entered(ctx.tenant):
        yield ctx, {"ANA": firm.admin.user["id"], "VIP": made.body["id"], "ME": ctx.actor.id}


def filled(tree: Any, ids: dict[str, str]) -> Any:
    """Return a tree of the corpus with the ids that only this firm has."""
    if isinstance(tree, dict):
        return {name: filled(each, ids) for name, each in tree.items()}
    if isinstance(tree, list):
        return [filled(each, ids) for each in tree]
    return ids.get(tree, tree) if isinstance(tree, str) else tree


@pytest.mark.parametrize(("case", "locale"), CASES_BY_LANGUAGE)
def test_each_way_to_say_it_means_the_same(case: Case, locale: str, said_by: tuple[Context, dict[str, str]]) -> None:
    ctx, ids = said_by

    heard = {said: interpreting.interpret(ctx, text=said, locale=locale) for said in getattr(case, locale)}

    understood = {said: (told["object"], told["filter"], told["unknown"]) for said, told in heard.items()}
    assert understood == dict.fromkeys(heard, (case.object, filled(case.tree, ids), []))


@pytest.mark.parametrize(("case", "locale"), CASES_BY_LANGUAGE)
def test_what_is_answered_says_the_same_again(case: Case, locale: str, said_by: tuple[Context, dict[str, str]]) -> None:
    ctx, ids = said_by
    tree = filled(case.tree, ids)

    sentence = interpreting.tell(ctx, plural=case.object, tree=tree, locale=locale)["sentence"]
    again = interpreting.interpret(ctx, text=sentence, locale=locale)

    assert (again["object"], again["filter"], again["unknown"]) == (case.object, tree, [])


@pytest.mark.parametrize("locale", ["es", "en"])
def test_the_corpus_is_as_large_as_it_must_be(locale: str) -> None:
    sentences = [said for case in CASES for said in getattr(case, locale)]

    assert len(set(sentences)) == len(sentences)
    assert len(sentences) >= FEWEST


def test_a_sentence_costs_few_milliseconds(said_by: tuple[Context, dict[str, str]], record_property: Any) -> None:
    ctx, _ = said_by
    sentences = [(said, locale) for case in CASES for locale in ("es", "en") for said in getattr(case, locale)[:1]]
    spent: list[float] = []

    for said, locale in sentences:
        begun = time.process_time()
        interpreting.interpret(ctx, text=said, locale=locale)
        spent.append((time.process_time() - begun) * 1000)

    typical, slow = sorted(spent)[len(spent) // 2], sorted(spent)[int(len(spent) * 0.99)]
    record_property("milliseconds of a sentence", f"{typical:.1f}, one of a hundred {slow:.1f}")
    assert typical < 50
