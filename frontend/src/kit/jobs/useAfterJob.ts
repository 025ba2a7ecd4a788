import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { jobQuery } from "@/api/jobs";

const LOOKS_EVERY = 1_500;
/** What a job changes beside records is told by the stream a moment after it has ended. */
const LAGS = [0, 1_500, 5_000];

/** Follows a job that this page began, and calls back once it has ended and while its changes arrive. */
export function useAfterJob(done: () => void): { follow(job: { id: string }): void; isRunning: boolean } {
  const [id, setId] = useState<string | null>(null);
  const { data: job } = useQuery({ ...jobQuery(id ?? ""), enabled: Boolean(id), refetchInterval: LOOKS_EVERY });
  const callback = useRef(done);
  useEffect(() => {
    callback.current = done;
  }, [done]);
  const isOver = Boolean(id && job && !job.is_running);
  useEffect(() => {
    if (!isOver) return;
    setId(null);
    for (const lag of LAGS) setTimeout(() => callback.current(), lag);
  }, [isOver]);
  return { follow: (begun) => setId(begun.id), isRunning: Boolean(id) && !isOver };
}
