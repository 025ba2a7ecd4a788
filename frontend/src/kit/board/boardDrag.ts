/**
 * Moving cards between columns: by mouse, by a long press of a finger, and by keyboard. Where a card stands within its
 * column is the list's order and nobody's choice, so a drop names a column and no place in it. What is dragged and where
 * it hovers is shown on the elements themselves, so that nothing is drawn again while a card moves.
 */
import { type RefObject, useEffect, useRef } from "react";

export interface DragWords {
  lifted: string;
  over(column: string): string;
  nowhere: string;
  stayed: string;
  dropped(column: string): string;
}

interface Options {
  board: RefObject<HTMLElement | null>;
  /** Tells a screen reader. */
  live: RefObject<HTMLElement | null>;
  words: DragWords;
  onDrop(id: string, column: string): void;
  /** How many columns make a row, where they stand in several; up and down then go from row to row. */
  across?: number;
}

interface Lift {
  card: HTMLElement;
  from: HTMLElement;
  over: HTMLElement | null;
  /** What follows the pointer; nothing follows a key. */
  ghost: HTMLElement | null;
  grip: { x: number; y: number };
}

const FAR_ENOUGH = 5;
const LONG_PRESS = 220;
const EDGE = 56;
const STEP = 14;

const closest = (target: EventTarget | null, selector: string) =>
  target instanceof Element ? target.closest<HTMLElement>(selector) : null;
const columnAt = (x: number, y: number) => closest(document.elementFromPoint(x, y), "[data-column]");
const nameOf = (column: HTMLElement) => column.dataset.name ?? "";

export function useBoardDrag({ board, live, words, onDrop, across = 0 }: Options): void {
  const latest = useRef({ words, onDrop });
  latest.current = { words, onDrop };

  useEffect(() => {
    const root = board.current;
    if (!root) return;
    let lift: Lift | null = null;
    let pending: { card: HTMLElement; x: number; y: number; timer: number } | null = null;
    let frame = 0;
    let pointer = { x: 0, y: 0 };

    const say = (text: string) => {
      if (live.current) live.current.textContent = text;
    };
    const hover = (column: HTMLElement | null) => {
      if (!lift || lift.over === column) return;
      lift.over?.removeAttribute("data-over");
      lift.over = column;
      column?.setAttribute("data-over", "");
      const { words: told } = latest.current;
      say(column ? told.over(nameOf(column)) : told.nowhere);
    };
    const forget = () => {
      if (pending) clearTimeout(pending.timer);
      pending = null;
    };
    const end = (isDrop: boolean) => {
      forget();
      if (!lift) return;
      const { card, from, over, ghost } = lift;
      cancelAnimationFrame(frame);
      ghost?.remove();
      card.removeAttribute("data-lifted");
      over?.removeAttribute("data-over");
      root.removeAttribute("data-dragging");
      lift = null;
      const { words: told, onDrop: drop } = latest.current;
      const isMove = isDrop && over && over !== from;
      say(isMove ? told.dropped(nameOf(over)) : told.stayed);
      if (isMove) drop(card.dataset.card ?? "", over.dataset.column ?? "");
    };
    const begin = (card: HTMLElement, at?: { x: number; y: number }) => {
      const from = closest(card, "[data-column]");
      if (!from) return;
      const box = card.getBoundingClientRect();
      const ghost = at ? (card.cloneNode(true) as HTMLElement) : null;
      if (ghost) {
        ghost.setAttribute("aria-hidden", "true");
        ghost.removeAttribute("data-card");
        ghost.setAttribute("data-ghost", "");
        ghost.style.width = `${box.width}px`;
        document.body.append(ghost);
      }
      card.setAttribute("data-lifted", "");
      root.setAttribute("data-dragging", "");
      lift = { card, from, over: null, ghost, grip: at ? { x: at.x - box.left, y: at.y - box.top } : { x: 0, y: 0 } };
      say(latest.current.words.lifted);
      if (at) {
        follow();
        frame = requestAnimationFrame(scroll);
      }
    };
    const follow = () => {
      if (!lift?.ghost) return;
      lift.ghost.style.transform = `translate(${pointer.x - lift.grip.x}px, ${pointer.y - lift.grip.y}px)`;
      hover(columnAt(pointer.x, pointer.y));
    };
    const scroll = () => {
      if (!lift?.ghost) return;
      const box = root.getBoundingClientRect();
      if (pointer.x > box.right - EDGE) root.scrollLeft += STEP;
      else if (pointer.x < box.left + EDGE) root.scrollLeft -= STEP;
      follow();
      frame = requestAnimationFrame(scroll);
    };

    const down = (event: PointerEvent) => {
      const card = closest(event.target, "[data-card][data-movable]");
      if (!card || event.button !== 0 || closest(event.target, "button")) return;
      pointer = { x: event.clientX, y: event.clientY };
      const press = () => {
        pending = null;
        begin(card, pointer);
      };
      const timer = event.pointerType === "touch" ? window.setTimeout(press, LONG_PRESS) : 0;
      pending = { card, ...pointer, timer };
    };
    const move = (event: PointerEvent) => {
      pointer = { x: event.clientX, y: event.clientY };
      if (lift?.ghost) return follow();
      if (!pending || Math.hypot(pointer.x - pending.x, pointer.y - pending.y) < FAR_ENOUGH) return;
      const { card, timer } = pending;
      forget();
      // A finger that moves before the press is long enough scrolls.
      if (!timer) begin(card, pointer);
    };
    const up = () => {
      if (lift?.ghost) window.addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
      if (!lift || lift.ghost) end(true);
    };
    const swallow = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const still = (event: Event) => {
      if (lift?.ghost) event.preventDefault();
    };
    const cancel = () => {
      if (lift?.ghost || pending) end(false);
    };
    const key = (event: KeyboardEvent) => {
      if (lift) return keyLifted(event);
      const card = closest(event.target, "[data-card]");
      if (!card || card !== event.target) return;
      if (event.key === " " && card.dataset.movable !== undefined) {
        event.preventDefault();
        begin(card);
        hover(closest(card, "[data-column]"));
        say(latest.current.words.lifted);
      } else if (event.key === "Enter") {
        event.preventDefault();
        card.querySelector<HTMLElement>("a[href]")?.click();
      } else if (event.key.startsWith("Arrow")) {
        const next = neighbour(root, card, event.key);
        if (!next) return;
        event.preventDefault();
        next.focus();
      }
    };
    const keyLifted = (event: KeyboardEvent) => {
      if (event.key === "Escape" || event.key === "Tab") {
        event.stopPropagation();
        return end(false);
      }
      if (lift?.ghost) return;
      if (event.key === " " || event.key === "Enter") {
        event.preventDefault();
        return end(true);
      }
      const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: across, ArrowUp: -across };
      const step = steps[event.key] ?? 0;
      if (event.key.startsWith("Arrow")) event.preventDefault();
      const columns = [...root.querySelectorAll<HTMLElement>("[data-column]")];
      const next = columns[columns.findIndex((column) => column.hasAttribute("data-over")) + step];
      if (!step || !next) return;
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
      hover(next);
    };
    const blur = () => {
      if (lift && !lift.ghost) end(false);
    };

    root.addEventListener("pointerdown", down);
    root.addEventListener("keydown", key);
    root.addEventListener("focusout", blur);
    root.addEventListener("touchmove", still, { passive: false });
    root.addEventListener("contextmenu", still);
    root.addEventListener("dragstart", swallow);
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
    window.addEventListener("pointercancel", cancel);
    return () => {
      end(false);
      root.removeEventListener("pointerdown", down);
      root.removeEventListener("keydown", key);
      root.removeEventListener("focusout", blur);
      root.removeEventListener("touchmove", still);
      root.removeEventListener("contextmenu", still);
      root.removeEventListener("dragstart", swallow);
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
      window.removeEventListener("pointercancel", cancel);
    };
  }, [board, live, across]);
}

/** The card beside another: up and down in its column, at about the same height in the next. */
function neighbour(root: HTMLElement, card: HTMLElement, key: string): HTMLElement | undefined {
  const column = closest(card, "[data-column]");
  const cardsOf = (one: Element | null | undefined) => [...(one?.querySelectorAll<HTMLElement>("[data-card]") ?? [])];
  const own = cardsOf(column);
  if (key === "ArrowDown" || key === "ArrowUp") return own[own.indexOf(card) + (key === "ArrowDown" ? 1 : -1)];
  const columns = [...root.querySelectorAll<HTMLElement>("[data-column]")];
  const step = key === "ArrowRight" ? 1 : -1;
  for (let place = columns.findIndex((one) => one.contains(card)) + step; columns[place]; place += step) {
    const cards = cardsOf(columns[place]);
    const height = card.getBoundingClientRect().top;
    const beside = cards.find((one) => one.getBoundingClientRect().bottom > height) ?? cards.at(-1);
    if (beside) return beside;
  }
  return undefined;
}
