import { useEffect, useState } from "react";

const SOON = 20;
let pressed: HTMLElement | null = null;

/** Remembers whose menu was opened last: what was chosen from it is gone when a dialog closes. */
export function notePressed(button: HTMLElement | null): void {
  pressed = button;
}

/** The focus leaves a menu that closes before the menu goes, so that it is lost at no time. */
export function focusPressed(): void {
  if (document.activeElement?.closest("[role='menu']")) pressed?.focus();
  else focusIfLost(pressed);
}

/**
 * Gives the focus back to what opened a dialog when the dialog is gone; to the button of the menu that it was chosen
 * from, or to the page's title, when that is gone too.
 */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      // What the dialog changed is drawn first: its opener may go with it.
      setTimeout(() => focusIfLost([before, pressed, document.getElementById("page-title")].find(canHold)), SOON);
    },
    [before],
  );
}

/** The same for what is drawn only while it is open. */
export function FocusBack(): null {
  useFocusBack();
  return null;
}

function focusIfLost(element: HTMLElement | null | undefined): void {
  const held = document.activeElement;
  if ((!held || held === document.body) && element?.isConnected) element.focus({ preventScroll: true });
}

const canHold = (element: Element | null): element is HTMLElement =>
  element instanceof HTMLElement && element.isConnected && element !== document.body;
