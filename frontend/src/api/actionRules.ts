import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, body } from "./client";
import { keys } from "./keys";
import type { Answer, Filter, Label, Values } from "./types";

export type ActionKind = "say" | "call" | "task" | "offer" | "create" | "mail";

export interface FigureCondition {
  figure: string;
  op: string;
  value: unknown;
}

export interface RuleAction {
  kind: ActionKind;
  object?: string | null;
  values?: Values;
  days?: number | null;
  template?: string | null;
}

/** What a rule says, but for its name. */
export interface RuleContent {
  object: string;
  filter: Filter | null;
  figures: FigureCondition[];
  words: Label;
  action: RuleAction;
  priority: number;
  enabled: boolean;
  from: string | null;
  until: string | null;
  rest_days: number;
  starter?: string | null;
}

export interface ActionRule extends RuleContent {
  id: string;
  name: string;
  version: number;
  /** What the filter asks, as a sentence of each language. */
  told: Record<keyof Label, string | null>;
}

export interface RuleStarter {
  key: string;
  object: string;
  label: Label;
  says: Label;
  rule: Partial<RuleContent> & Pick<RuleContent, "object" | "words" | "action">;
  is_used: boolean;
}

export type RuleTrial = Answer<"/v1/action-rules/preview", "post">;
export type CardFigure = Omit<Answer<"/v1/action-rule-figures", "get">["items"][number], "label"> & { label: Label };

const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });

/** The rules as they are asked, the first first. */
const inOrder = (rules: ActionRule[]) =>
  rules.toSorted((one, other) => one.priority - other.priority || one.name.localeCompare(other.name));

export function useActionRules() {
  return useQuery({
    queryKey: keys.actionRules,
    queryFn: async () => inOrder((await body(api.GET("/v1/action-rules"))).items as unknown as ActionRule[]),
  });
}

export function useRuleStarters() {
  return useQuery({
    queryKey: [...keys.actionRules, "starters"],
    queryFn: async () => (await body(api.GET("/v1/action-rule-starters"))).items as unknown as RuleStarter[],
  });
}

export function useCardFigures(): CardFigure[] {
  const found = useQuery({
    queryKey: ["action-rule-figures"],
    queryFn: async () => (await body(api.GET("/v1/action-rule-figures"))).items as unknown as CardFigure[],
    staleTime: Number.POSITIVE_INFINITY,
  });
  return found.data ?? [];
}

type Sent = never;

export function useRuleWrites() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keys.actionRules });
  const create = useMutation({
    mutationFn: ({ once, ...wish }: RuleStarter["rule"] & { name: string; once: string }) =>
      body(api.POST("/v1/action-rules", { params: { header: { "Idempotency-Key": once } }, body: wish as Sent })),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, ...wish }: Partial<RuleContent> & { name?: string; id: string; version: number }) =>
      body(
        api.PATCH("/v1/action-rules/{id}", { params: { path: { id }, header: ifMatch(version) }, body: wish as Sent }),
      ),
    onSettled,
  });
  const remove = useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) =>
      body(api.DELETE("/v1/action-rules/{id}", { params: { path: { id }, header: ifMatch(version) } })),
    onSettled,
  });
  return { create, change, remove };
}

/** What a rule would come to for a customer, before it is kept; asked once it has something to say. */
export function useRuleTrial(rule: RuleContent, record: string | undefined) {
  return useQuery({
    queryKey: [...keys.actionRules, "trial", record, rule],
    queryFn: () => body(api.POST("/v1/action-rules/preview", { body: { record: record ?? "", rule: rule as Sent } })),
    enabled: Boolean(record && rule.words.es.trim() && rule.words.en.trim()),
    placeholderData: keepPreviousData,
    retry: false,
  });
}
