import {
  type InfiniteData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Notification } from "./types";

type Told = Answer<"/v1/notifications", "get">;
export type Preferences = Answer<"/v1/notifications/preferences", "get">;

const EVERY = 60_000;
const LATEST = 20;
const A_PAGE = 50;
const ALL = [...keys.notifications, "all"] as const;
const PREFERENCES = [...keys.notifications, "preferences"] as const;
/** The server counts no further. */
export const MOST_UNREAD = 100;

const page = (limit: number, cursor?: string) =>
  body(api.GET("/v1/notifications", { params: { query: { limit, ...(cursor ? { cursor } : {}) } } }));

/** The latest, and how many of all are unread; asked again every minute. */
export function useNotifications() {
  return useQuery({
    queryKey: keys.notifications,
    queryFn: () => page(LATEST),
    refetchInterval: EVERY,
    staleTime: 30_000,
  });
}

export function useAllNotifications() {
  return useInfiniteQuery({
    queryKey: ALL,
    queryFn: ({ pageParam }) => page(A_PAGE, pageParam),
    initialPageParam: "",
    getNextPageParam: (last) => last.next_cursor,
    staleTime: 15_000,
  });
}

export type Reading = { ids: string[] } | { up_to: string };

function markRead(client: QueryClient, reading: Reading): void {
  const isRead = (one: Notification) => ("ids" in reading ? reading.ids.includes(one.id) : one.at <= reading.up_to);
  const marked = (told: Told): Told => {
    const items = told.items.map((one) => (isRead(one) ? { ...one, read: true } : one));
    const news = told.items.filter((one) => !one.read && isRead(one)).length;
    return { ...told, items, unread: "ids" in reading ? Math.max(0, told.unread - news) : 0 };
  };
  client.setQueryData<Told>(keys.notifications, (told) => told && marked(told));
  client.setQueryData<InfiniteData<Told>>(ALL, (told) => told && { ...told, pages: told.pages.map(marked) });
}

/** Notes what has been read: some, or all up to a moment; it shows at once. */
export function useReadNotifications() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (reading: Reading) => body(api.POST("/v1/notifications/read", { body: reading })),
    onMutate: async (reading) => {
      await client.cancelQueries({ queryKey: keys.notifications });
      markRead(client, reading);
    },
    onSuccess: ({ unread }) => client.setQueryData<Told>(keys.notifications, (told) => told && { ...told, unread }),
    onError: () => client.invalidateQueries({ queryKey: keys.notifications }),
  });
}

export function usePreferences() {
  return useQuery({ queryKey: PREFERENCES, queryFn: () => body(api.GET("/v1/notifications/preferences")) });
}

export function useChangePreferences() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chosen: Preferences) => body(api.PATCH("/v1/notifications/preferences", { body: chosen })),
    onMutate: (chosen) => {
      const before = client.getQueryData<Preferences>(PREFERENCES);
      client.setQueryData(PREFERENCES, chosen);
      return before;
    },
    onError: (_problem, _chosen, before) => client.setQueryData(PREFERENCES, before),
    onSuccess: () =>
      client.invalidateQueries({
        queryKey: keys.notifications,
        predicate: ({ queryKey }) => queryKey[1] !== "preferences",
      }),
  });
}
