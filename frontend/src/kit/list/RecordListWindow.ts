import { type RefObject, startTransition, useCallback, useEffect, useState } from "react";

/** More rows than this are never in the page at once, however many there are. */
export const MOST_ROWS = 56;
const LEAST_OVERSCAN = 3;
/** The window moves by so many rows at a time, so that most steps of a scroll draw nothing. */
const STEP = 4;

export interface RowWindow {
  first: number;
  /** Exclusive. */
  end: number;
}

/** Which rows are in the page at a height of scroll: those on screen, and some around them. */
export function windowAt(top: number, view: number, row: number, count: number): RowWindow {
  const visible = Math.ceil(view / row) + 1;
  const around = Math.max(LEAST_OVERSCAN, Math.floor((MOST_ROWS - visible - STEP) / 2));
  const at = Math.floor(top / row / STEP) * STEP;
  const last = Math.min(count, at + visible + STEP + around);
  return { first: Math.max(0, Math.min(at - around, last)), end: last };
}

interface Asked {
  count: number;
  row: number;
  /** What stands above the first row inside the scroller. */
  head: number;
}

/**
 * The rows to draw of a list of rows of one height. A scroll asks for others in a transition, which React draws in
 * slices, so that no step of it holds the page up; until then the ground of the table shows the lines of its rows.
 */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, { count, row, head }: Asked) {
  const [place, setPlace] = useState({ top: 0, view: 800 });
  const read = useCallback(() => {
    const element = scroller.current;
    return element
      ? { top: Math.max(0, element.scrollTop - head), view: element.clientHeight || 800 }
      : { top: 0, view: 800 };
  }, [scroller, head]);

  const look = useCallback(() => {
    setPlace((before) => {
      const now = read();
      const same = Math.floor(before.top / row / STEP) === Math.floor(now.top / row / STEP);
      return same && before.view === now.view ? before : now;
    });
  }, [read, row]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    let frame = 0;
    const scrolled = () => {
      // The column of names stays; a line parts it from what moves below it.
      element.toggleAttribute("data-moved", element.scrollLeft > 0);
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => startTransition(look));
    };
    const sized = new ResizeObserver(look);
    sized.observe(element);
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      sized.disconnect();
      element.removeEventListener("scroll", scrolled);
    };
  }, [scroller, look]);

  /** Scrolls as little as shows a row, and draws it at once, so that it can take the focus. */
  const show = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const top = index * row;
      const view = element.clientHeight - head;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (top + row > element.scrollTop + view) element.scrollTop = top + row - view;
      look();
    },
    [scroller, row, head, look],
  );

  const top = Math.min(place.top, Math.max(0, count * row - 1));
  return { window: windowAt(top, place.view, row, count), show, page: Math.max(1, Math.floor(place.view / row) - 2) };
}
