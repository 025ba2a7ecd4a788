import { Tabs } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import classes from "./RecordTabs.module.css";

/** So much of the tabs before the open one stays in view. */
const MARGIN = 72;
const STEP = 240;

/** Tabs in one line: the open one is in view, and a mouse reaches those that have no room. */
export function TabsBar({ open, children }: { open: string; children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  const { before, after } = useRoom(list);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the open tab
  useEffect(() => {
    const chosen = list.current?.querySelector<HTMLElement>("[aria-selected=true]");
    if (list.current && chosen) list.current.scrollLeft = chosen.offsetLeft - list.current.offsetLeft - MARGIN;
  }, [open]);
  const go = (step: number) => list.current?.scrollBy({ left: step });
  // The tabs are gone through by arrow keys; these two are for the mouse alone.
  return (
    <div className={classes.bar}>
      {before && (
        <button type="button" className={classes.back} tabIndex={-1} aria-hidden onClick={() => go(-STEP)}>
          <IconChevronLeft size={16} />
        </button>
      )}
      <Tabs.List ref={list} className={classes.list} data-before={before || undefined} data-after={after || undefined}>
        {children}
      </Tabs.List>
      {after && (
        <button type="button" className={classes.on} tabIndex={-1} aria-hidden onClick={() => go(STEP)}>
          <IconChevronRight size={16} />
        </button>
      )}
    </div>
  );
}

/** Whether there is more of a line to its left, and to its right. */
function useRoom(line: RefObject<HTMLDivElement | null>) {
  const [room, setRoom] = useState({ before: false, after: false });
  useEffect(() => {
    const element = line.current;
    if (!element) return undefined;
    const look = () => {
      const left = element.scrollLeft;
      const next = { before: left > 1, after: left + element.clientWidth < element.scrollWidth - 1 };
      setRoom((was) => (was.before === next.before && was.after === next.after ? was : next));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, [line]);
  return room;
}
