/** The stages of a pipeline while they are arranged. */
import type { RecordRow, Values } from "@/api/types";

export type StageKind = "open" | "won" | "lost";
export const KINDS: StageKind[] = ["open", "won", "lost"];
/** What a stage's end says of its chances. */
const CERTAIN: Partial<Record<StageKind, number>> = { won: 100, lost: 0 };

export interface StageDraft {
  /** Its place in the form. */
  id: string;
  /** What deals hold once it has been saved. */
  key?: string;
  label: string;
  kind: StageKind;
  probability: number;
  expected_days: number | null;
}

export interface PipelineDraft {
  name: string;
  is_default: boolean;
  stages: StageDraft[];
  /** Where the deals of a stage go that is taken away. */
  moves: Record<string, string>;
}

let drawn = 0;

export function newStage(label = "", kind: StageKind = "open", probability = 50): StageDraft {
  drawn += 1;
  return { id: `new-${drawn}`, label, kind, probability: CERTAIN[kind] ?? probability, expected_days: null };
}

export function stagesOf(pipeline: RecordRow): StageDraft[] {
  const stages = Array.isArray(pipeline.stages) ? (pipeline.stages as Values[]) : [];
  return stages.map((stage) => ({
    id: String(stage.key),
    key: String(stage.key),
    label: String(stage.label ?? ""),
    kind: KINDS.find((kind) => kind === stage.kind) ?? "open",
    probability: Number(stage.probability ?? 0),
    expected_days: typeof stage.expected_days === "number" ? stage.expected_days : null,
  }));
}

export function draftOf(pipeline: RecordRow): PipelineDraft {
  return {
    name: String(pipeline.name ?? ""),
    is_default: pipeline.is_default === true,
    stages: stagesOf(pipeline),
    moves: {},
  };
}

/** A stage of another kind: what ends a deal has no chances left to guess, nor days to wait. */
export function withKind(stage: StageDraft, kind: StageKind): StageDraft {
  const certain = CERTAIN[kind];
  return certain === undefined
    ? { ...stage, kind, probability: stage.kind === "open" ? stage.probability : 50 }
    : { ...stage, kind, probability: certain, expected_days: null };
}

/** What is sent of a draft: the order is that of the list. */
export function valuesOf({ name, is_default, stages }: PipelineDraft): Values {
  return {
    name: name.trim(),
    is_default,
    stages: stages
      .filter((stage) => stage.label.trim())
      .map(({ key, label, kind, probability, expected_days }) => ({
        ...(key ? { key } : {}),
        label: label.trim(),
        kind,
        probability,
        ...(expected_days === null ? {} : { expected_days }),
      })),
  };
}

/** The stages to which deals may be moved: saved ones that stay, and not those that ask why a deal was lost. */
export function heirs(stages: readonly StageDraft[], gone: StageDraft): StageDraft[] {
  return stages.filter((stage) => stage.key && stage.id !== gone.id && stage.kind !== "lost");
}

/** The moves that still make sense: to a stage that stays; a stage that went too passes its deals on. */
export function settledMoves({ moves, stages }: PipelineDraft): [from: string, to: string][] {
  const kept = new Set(stages.flatMap((stage) => stage.key ?? []));
  const end = (to: string, depth = 0): string =>
    kept.has(to) || !moves[to] || depth > stages.length + 20 ? to : end(moves[to], depth + 1);
  return Object.entries(moves).flatMap(([from, to]) => (kept.has(from) ? [] : [[from, end(to)] as [string, string]]));
}
