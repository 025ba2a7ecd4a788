/**
 * Puts a form of Tendero wherever a page asks for one: <div data-tendero-form="…"></div>. The form stands in a frame that
 * is as high as what is in it, and hears of the campaign in the address of the page and of that page, no more.
 */
(() => {
  const { origin } = new URL(document.currentScript.src);
  const frames = new Map();

  const told = () => {
    const said = new URLSearchParams(location.search);
    const passed = new URLSearchParams({ page: (location.origin + location.pathname).slice(0, 500) });
    for (const [name, value] of said) if (name.startsWith("utm_")) passed.set(name, value);
    return passed;
  };

  const mount = () => {
    for (const place of document.querySelectorAll("[data-tendero-form]:empty")) {
      const frame = document.createElement("iframe");
      frame.src = `${origin}/f/${place.getAttribute("data-tendero-form")}?${told()}`;
      frame.title = place.getAttribute("data-title") || document.title;
      frame.style.cssText = "display:block;width:100%;border:0;min-height:320px";
      place.append(frame);
      frames.set(frame, place);
    }
  };

  addEventListener("message", ({ origin: from, source, data }) => {
    const said = from === origin && data && data["tendero-form"];
    if (!said) return;
    for (const [frame, place] of frames) {
      if (frame.contentWindow !== source) continue;
      if (said.height) frame.style.height = `${said.height + 8}px`;
      if (said.height) frame.style.minHeight = "0";
      if (said.title && !place.hasAttribute("data-title")) frame.title = said.title;
      if (said.redirect) location.assign(said.redirect);
      if (said.sent) place.dispatchEvent(new CustomEvent("tendero:sent", { bubbles: true }));
    }
  });

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", mount);
  else mount();
})();
