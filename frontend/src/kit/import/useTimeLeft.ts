import { useRef } from "react";

const ENOUGH = 5_000;

/** Minutes until a job is done, by how fast it has gone since it was first seen here; null until that says something. */
export function useTimeLeft(done: number, total: number): number | null {
  const first = useRef<{ done: number; at: number } | null>(null);
  if (total > 0 && (!first.current || done < first.current.done)) first.current = { done, at: Date.now() };
  const since = first.current;
  if (!since || done <= since.done || Date.now() - since.at < ENOUGH) return null;
  return ((total - done) * (Date.now() - since.at)) / (done - since.done) / 60_000;
}
