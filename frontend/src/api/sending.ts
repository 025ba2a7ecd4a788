import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer } from "./types";

/** A domain that the firm sends mail from, and the records that prove it. */
export type Domain = Answer<"/v1/domains", "get">["items"][number];
export type DnsRecord = Domain["records"][number];
/** In whose name the firm writes. */
export type Sender = Answer<"/v1/senders", "get">["items"][number];
export type SenderWish = Required<
  Pick<Sender, "name" | "from_name" | "address" | "reply_to" | "postal_address" | "legal_name">
>;

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

export function useDomains() {
  return useQuery({
    queryKey: keys.domains,
    queryFn: async () => (await body(api.GET("/v1/domains"))).items,
  });
}

/** Begins to verify a domain, looks again whether its records are there, or sends from it no more. */
export function useDomainWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.domains });
  const add = useMutation({
    mutationFn: (name: string) => body(api.POST("/v1/domains", { body: { name } })),
    onSettled,
  });
  const check = useMutation({
    mutationFn: (id: string) => body(api.POST("/v1/domains/{id}/check", { params: { path: { id } } })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: (id: string) => body(api.DELETE("/v1/domains/{id}", { params: { path: { id } } })),
    onSettled,
  });
  return { add, check, remove };
}

export function useSenders() {
  return useQuery({
    queryKey: keys.senders,
    queryFn: async () => (await body(api.GET("/v1/senders"))).items,
  });
}

export function useSenderWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.senders });
  const create = useMutation({
    mutationFn: ({ key, ...wish }: SenderWish & { key: string }) =>
      body(api.POST("/v1/senders", { params: { header: { "Idempotency-Key": key } }, body: wish })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: SenderWish & { id: string; version: number }) =>
      body(api.PATCH("/v1/senders/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish })),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/senders/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  return { create, change, remove };
}
