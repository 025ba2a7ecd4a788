"""What moves on a page: dragged by keys, or on its way until it stands still. Nothing is waited for by the clock."""

from playwright.sync_api import FloatRect, Locator, Page

SAID = "() => [...document.querySelectorAll('[id^=rfd-announcement-]')].map((one) => one.textContent).join()"
STILL = """(element) => new Promise((resolve) => {
  let last = "", times = 0;
  const look = () => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const now = [x, y, width, height].join();
    times = now === last ? times + 1 : 0;
    last = now;
    if (times === 5) resolve();
    else requestAnimationFrame(look);
  };
  look();
})"""


def lift(page: Page, handle: Locator, *keys: str) -> None:
    """Move something in its list by the keyboard alone; each key waits for what the one before it did to be said."""
    handle.focus()
    for key in ("Space", *keys, "Space"):
        before: str = page.evaluate(SAID)
        page.keyboard.press(key)
        page.wait_for_function(f"(before) => ({SAID})() !== before", arg=before)


def still(thing: Locator) -> FloatRect:
    """Return where something is, once it has been there for some frames."""
    thing.evaluate(STILL)
    box = thing.bounding_box()
    assert box is not None
    return box
