"""What axe finds on a page, told in one line a finding."""

from collections.abc import Mapping
from typing import Any, Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What these do not look at is the same in both lights.
COLOURS = ["color-contrast", "link-in-text-block"]
# The twentieth row of a list is drawn as the first eight are.
REPEATED = ["tbody tr:nth-child(n + 9)", "li:nth-child(n + 9)", "[data-card]:nth-child(n + 4)"]
RUN = "([what, options]) => axe.run(what, options).then(({ violations }) => violations)"
EVERYTHING = {"include": [["html"]]}
QUIET = {"resultTypes": ["violations"], "preload": False}

Light = Literal["light", "dark"]


def findings(page: Page) -> list[str]:
    """Return the WCAG 2.2 AA findings of the page as it is now."""
    return _run(page, EVERYTHING, {"runOnly": WCAG})


def findings_but_colours(page: Page, light: Light) -> list[str]:
    """Return what every rule finds but those of colours."""
    page.emulate_media(color_scheme=light, reduced_motion="reduce")
    rules = {rule: {"enabled": False} for rule in COLOURS}
    return [f"{light}: {finding}" for finding in _run(page, EVERYTHING, {"runOnly": WCAG, "rules": rules})]


def findings_in_both_lights(page: Page, first: Light = "light") -> list[str]:
    """Return what axe finds in one light, and what the colours of the other do."""
    second: Light = "dark" if first == "light" else "light"
    page.emulate_media(color_scheme=first, reduced_motion="reduce")
    found = [f"{first}: {finding}" for finding in findings(page)]
    page.emulate_media(color_scheme=second, reduced_motion="reduce")
    repeated = [selector for selector in REPEATED if page.locator(selector).count()]
    what = {**EVERYTHING, "exclude": [[selector] for selector in repeated]}
    colours = {"runOnly": {"type": "rule", "values": COLOURS}}
    return found + [f"{second}: {finding}" for finding in _run(page, what, colours)]


def _run(page: Page, what: Mapping[str, Any], rules: Mapping[str, Any]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    violations: list[dict[str, Any]] = page.evaluate(RUN, [what, {**rules, **QUIET}])
    return [
        f"{violation['id']}: {violation['help']} at {node['target']}"
        for violation in violations
        for node in violation["nodes"]
    ]
