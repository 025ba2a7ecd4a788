"""The page about templates names all that there is."""

import re
from pathlib import Path

from chalicelib.crm.marketing.mail import findings, readers
from chalicelib.crm.marketing.templating import document, markup, phrases

PAGE = (Path(__file__).parents[3] / "docs/reference/templates.md").read_text()
NAMED = set(re.findall(r"`([a-z_]+)", PAGE))


def test_the_page_names_every_block_filter_and_finding() -> None:
    source = Path(findings.__file__).read_text()
    codes = set(re.findall(r'Finding\(\s*"([a-z_]+)"', source))

    assert len(codes) > 12
    assert {*document.KINDS, *phrases.FILTERS, *codes, *markup.LOOK, *readers.ROOTS} - NAMED == set()
