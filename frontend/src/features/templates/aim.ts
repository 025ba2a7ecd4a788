import { createContext, type RefObject, useContext, useEffect } from "react";

/** The part of a mail that somebody is led to; a new one each time they ask. */
export interface Aimed {
  at: string;
}

export const Aim = createContext<Aimed | null>(null);

const isWithin = (at: string, path: string) =>
  path ? at === path || at.startsWith(`${path}.`) : !at.startsWith("blocks");

/** Opens the part at a path when it holds what somebody is led to, and puts the cursor there. */
export function useAim(path: string, part: RefObject<HTMLElement | null>, open?: () => void) {
  const aim = useContext(Aim);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one is led there once, when one asks
  useEffect(() => {
    if (!aim || !isWithin(aim.at, path)) return;
    open?.();
    const frame = requestAnimationFrame(() => {
      const held = part.current;
      const target = held?.querySelector<HTMLElement>(`[data-at="${aim.at}"]`) ?? held?.querySelector("button");
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: "center" });
    });
    return () => cancelAnimationFrame(frame);
  }, [aim]);
}
