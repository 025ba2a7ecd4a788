import { useInfiniteQuery } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

const PAGE = 30;

/** Who saw Tendero as whom, newest first: an entry for every hour in which they did. */
export function useLooks() {
  return useInfiniteQuery({
    queryKey: keys.audit("looks"),
    queryFn: ({ pageParam }) =>
      body(
        api.GET("/v1/access-log", {
          params: { query: { limit: PAGE, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
  });
}
