/** What a form tells the page around it, and nobody else needs: how high it is, what it is called, that it was sent. */
const NAME = "tendero-form";

export const isFramed = window.parent !== window;

export function tellFrame(told: { height?: number; title?: string; sent?: true; redirect?: string }): void {
  if (isFramed) parent.postMessage({ [NAME]: told }, "*");
}

/** Keeps the frame as high as what is in it; returns what stops that. */
export function keepHeight(root: HTMLElement): () => void {
  if (!isFramed) return () => {};
  const watcher = new ResizeObserver(() => tellFrame({ height: Math.ceil(root.getBoundingClientRect().height) }));
  watcher.observe(root);
  return () => watcher.disconnect();
}

/** Leads to where the firm thanks people itself: the whole window, not the frame. */
export function leaveFor(redirect: string): void {
  tellFrame({ sent: true, redirect });
  try {
    (top ?? window).location.href = redirect;
  } catch {
    location.href = redirect;
  }
}
