"""Where somebody sits: at a desk in Spanish, or with a phone in English. A flow is written once for both."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.steps.shop import Shop
from tests.e2e.steps.words import inner, words_of

Role = Literal[
    "alert", "button", "checkbox", "combobox", "dialog", "group", "heading", "img", "link", "list", "listitem", "main",
    "menuitem", "navigation", "option", "progressbar", "radio", "radiogroup", "region", "row", "searchbox", "status",
    "switch", "tab", "table", "tabpanel", "textbox",
]  # fmt: skip
DESK: ViewportSize = {"width": 1366, "height": 850}
PHONE: ViewportSize = {"width": 390, "height": 844}


@dataclass(frozen=True, slots=True)
class Manner:
    """A language and a screen."""

    language: Literal["es", "en"]
    currency: str
    screen: ViewportSize

    @property
    def is_phone(self) -> bool:
        return self.screen == PHONE

    @property
    def browser(self) -> dict[str, Any]:
        """Return what a browser is opened with."""
        return {"locale": {"es": "es-ES", "en": "en-GB"}[self.language], "viewport": self.screen}

    def __str__(self) -> str:
        return f"{self.language}-{'phone' if self.is_phone else 'desk'}"


MANNERS = (Manner("es", "EUR", DESK), Manner("en", "EUR", PHONE))


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody before the portal, and what it says in their language."""

    page: Page
    manner: Manner
    shop: Shop

    @property
    def is_phone(self) -> bool:
        return self.manner.is_phone

    def says(self, key: str, /, **values: object) -> str:
        return words_of(self.manner.language, key, **values)

    def the(
        self, role: Role, key: str, *, within: Locator | None = None, exact: bool = False, **values: object
    ) -> Locator:
        """Return what has this role and is called by the words under a key."""
        return (within or self.page).get_by_role(role, name=self.says(key, **values), exact=exact)

    def press(self, key: str, *, within: Locator | None = None, exact: bool = False, **values: object) -> None:
        """Press the button that the words under a key name; of several, the first."""
        self.the("button", key, within=within, exact=exact, **values).first.click()

    def choose(self, combobox: Locator, option: str) -> None:
        """Open a list of options and take one by its name."""
        combobox.click()
        self.page.get_by_role("option", name=option).first.click()

    # ---- words of the catalogue --------------------------------------------------------------------------------------
    def of(self, label: Mapping[str, str]) -> str:
        return label[self.manner.language]

    def one(self, plural: str) -> str:
        """Return what one record is called in the middle of a sentence."""
        return inner(self.of(self._object(plural)["label"]))

    def many(self, plural: str) -> str:
        return inner(self.called(plural))

    def called(self, plural: str) -> str:
        """Return what several records are called where a name begins."""
        return self.of(self._object(plural)["label_plural"])

    def field(self, plural: str, name: str) -> str:
        return self.of(self._field(plural, name)["label"])

    def option(self, plural: str, field: str, value: str) -> str:
        options = self._field(plural, field)["options"]
        return self.of(next(option["label"] for option in options if option["value"] == value))

    def _object(self, plural: str) -> dict[str, Any]:
        document: dict[str, Any] = self.shop.get(f"/v1/objects/{plural}")
        return document

    def _field(self, plural: str, name: str) -> dict[str, Any]:
        found: dict[str, Any] = next(field for field in self._object(plural)["fields"] if field["name"] == name)
        return found

    # ---- places of the portal ----------------------------------------------------------------------------------------
    def title(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    def home(self) -> None:
        self.page.goto("/")
        expect(self.title()).to_have_text(self.says("today.hello", name="Nuria"))

    def menu(self) -> Locator:
        """Return the main navigation; a phone opens it first."""
        if self.is_phone:
            self.press("nav.menu")
        return self.the("navigation", "nav.main")

    def listing(self, plural: str) -> Locator:
        return self.the("region", "list.region", name=self.many(plural))

    def names(self, within: Locator) -> Locator:
        """Return the names of a list's records: headers of rows on a desk, links of cards on a phone."""
        if self.is_phone:
            return within.get_by_role("listitem").locator("a[href^='/records/']")
        return within.get_by_role("rowheader")

    def create(self, plural: str) -> Locator:
        """Ask for a new record on the list that is open, and return its form."""
        self.press("create.submit", name=self.one(plural))
        return self.the("dialog", "create.title", name=self.one(plural))

    def details(self) -> Locator:
        """Return the fields of the record that is open: beside its activity on a desk, under a tab on a phone."""
        if not self.is_phone:
            return self.page.get_by_role("complementary")
        self.the("tab", "record.details").click()
        return self.the("tabpanel", "record.details")

    def more(self, key: str) -> None:
        """Take an entry of the menu of the record that is open."""
        self.press("record.more")
        self.the("menuitem", key, exact=True).click()

    def undo(self, told: str) -> None:
        """Take back what a notice tells of."""
        self.press("actions.undo", within=self.page.get_by_role("alert").filter(has_text=told))

    def fits(self) -> bool:
        """Whether nothing is wider than the screen."""
        width: int = self.page.evaluate("document.documentElement.scrollWidth")
        return width <= self.manner.screen["width"]
