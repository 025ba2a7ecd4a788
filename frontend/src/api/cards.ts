import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";

/** A customer at a glance; read anew with everything else of the record. */
export function useCard(plural: string, id: string) {
  return useQuery({
    queryKey: keys.card(plural, id),
    queryFn: () => body(api.GET("/v1/records/{plural}/{id}/card", { params: { path: { plural, id } } })),
  });
}

export interface Answering {
  rule: string;
  answer: "done" | "declined";
  reason?: string;
}

/** Notes what became of a card's advice, and takes that back. */
export function useAdvice(plural: string, id: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      [keys.card(plural, id), keys.timeline(plural, id)].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  const answer = useMutation({
    mutationFn: (said: Answering) =>
      body(api.POST("/v1/records/{plural}/{id}/card/answers", { params: { path: { plural, id } }, body: said })),
    onSettled,
  });
  const takeBack = useMutation({
    mutationFn: (rule: string) =>
      body(api.DELETE("/v1/records/{plural}/{id}/card/answers/{rule}", { params: { path: { plural, id, rule } } })),
    onSettled,
  });
  return { answer, takeBack };
}
