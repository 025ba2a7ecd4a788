import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { flushSync } from "react-dom";
import { createStore, useStore } from "@/lib/store";

const printing = createStore(false);
const PATIENCE = 5_000;
const A_MOMENT = 120;

// A browser that prints takes the page as it is when this returns, so it must be drawn by then.
const begin = () => flushSync(() => printing.set(true));
const end = () => printing.set(false);

/** Whether the page is about to be printed, by our menu or by the browser's own. */
export function usePrinting(): boolean {
  useEffect(() => {
    const media = matchMedia("print");
    const follow = () => (media.matches ? begin() : end());
    media.addEventListener("change", follow);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => {
      media.removeEventListener("change", follow);
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      end();
    };
  }, []);
  return useStore(printing);
}

async function drawn(client: QueryClient): Promise<void> {
  const until = Date.now() + PATIENCE;
  await Promise.all([import("./RelatedList"), import("./Comments")]);
  do await new Promise((resolve) => setTimeout(resolve, A_MOMENT));
  while (client.isFetching() > 0 && Date.now() < until);
}

/** Prints the record that is open, once all that belongs to it has come. */
export function usePrint(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    begin();
    await drawn(client).catch(() => undefined);
    window.print();
    end();
  };
}
