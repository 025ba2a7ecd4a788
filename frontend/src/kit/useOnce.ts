import { useCallback, useRef } from "react";
import { idempotencyKey } from "@/api/client";

/**
 * Runs what makes something under a key that belongs to what is sent. Sent again after an answer that was lost, it is
 * the same request and is made once; other content is another request; and what has succeeded is new when it comes again.
 */
export function useOnce() {
  const keys = useRef(new Map<string, string>());
  return useCallback(async <T>(content: unknown, make: (key: string) => Promise<T>): Promise<T> => {
    const spelled = JSON.stringify(content);
    const key = keys.current.get(spelled) ?? idempotencyKey();
    keys.current.set(spelled, key);
    const made = await make(key);
    keys.current.delete(spelled);
    return made;
  }, []);
}
