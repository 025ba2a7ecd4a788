import { useEffect, useState } from "react";

const TICK = 250;

/** Milliseconds until an instant, as they go by; never more than `most`, whatever this clock says. */
export function useLeft(until: string, most = Number.POSITIVE_INFINITY): number {
  const [now, setNow] = useState(() => Date.now());
  const left = Math.min(Date.parse(until) - now, most);
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return;
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, [isOver]);
  return Math.max(0, left);
}
