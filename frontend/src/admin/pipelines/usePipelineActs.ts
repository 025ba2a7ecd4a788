import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useBulk } from "@/api/bulk";
import { jobQuery, useUndoJob } from "@/api/jobs";
import { keys } from "@/api/keys";
import { ApiProblem } from "@/api/problems";
import { useCreate, useDelete, usePatch, useRestore } from "@/api/recordWrites";
import type { Job, RecordRow, Values } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { type PipelineDraft, settledMoves, valuesOf } from "./stages";

const PIPELINES = "pipelines";
const DEALS = "deals";
const STAGE = "stage";
const LOOK_AGAIN = 700;
/** The counters that know which stages are empty follow by a moment. */
const PATIENCE = 12;

const pause = () => new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN));
const isInUse = (problem: unknown) =>
  problem instanceof ApiProblem && problem.errors.some((error) => error.code === "stage_in_use");

/** Saves pipelines, with the deals of a stage that goes moved first; whatever it does can be taken back. */
export function usePipelineActs(pipelines: readonly RecordRow[]) {
  const { t } = useWords("admin");
  const client = useQueryClient();
  const create = useCreate(PIPELINES);
  const patch = usePatch(PIPELINES);
  const remove = useDelete(PIPELINES);
  const restore = useRestore(PIPELINES);
  const bulk = useBulk();
  const once = useOnce();
  const undoJob = useUndoJob();
  const [isMoving, setMoving] = useState(false);
  /** Stages are options of the deals: whatever draws them asks anew. */
  const redraw = () => client.invalidateQueries({ queryKey: keys.objects });

  const ended = async (id: string): Promise<Job> => {
    for (;;) {
      const job = await client.fetchQuery({ ...jobQuery(id), staleTime: 0 });
      if (!job.is_running) return job;
      await pause();
    }
  };
  const moveDeals = async (from: string, to: string): Promise<string> => {
    const target = { filter: { field: STAGE, op: "eq", value: from } };
    const wish = { object: DEALS, action: "update", target, changes: { [STAGE]: to } } as const;
    const job = await once(wish, (key) => bulk.mutateAsync({ wish, key }));
    await ended(job.id);
    return job.id;
  };
  const send = async (record: RecordRow, changes: Values, patience: number): Promise<RecordRow> => {
    try {
      return await patch.mutateAsync({ record, changes });
    } catch (problem) {
      if (!isInUse(problem) || patience <= 0) throw problem;
      await pause();
      return send(record, changes, patience - 1);
    }
  };
  const leaveDefault = async (id: string) => {
    for (const other of pipelines)
      if (other.id !== id && other.is_default)
        await patch.mutateAsync({ record: other, changes: { is_default: false } });
  };

  const save = async (pipeline: RecordRow | undefined, draft: PipelineDraft) => {
    const values = valuesOf(draft);
    if (!pipeline) {
      const made = await once(values, async (key) => {
        const begun = await create.mutateAsync({ values, key });
        if (draft.is_default) await leaveDefault(begun.id);
        return begun;
      });
      await redraw();
      showUndo(t("pipelines.created", { name: draft.name }), () => remove.mutateAsync(made).then(redraw));
      return;
    }
    const moves = settledMoves(draft);
    setMoving(moves.length > 0);
    try {
      const jobs: string[] = [];
      for (const [from, to] of moves) jobs.push(await moveDeals(from, to));
      const saved = await send(pipeline, values, moves.length ? PATIENCE : 0);
      if (draft.is_default && !pipeline.is_default) await leaveDefault(saved.id);
      await redraw();
      const before = { name: pipeline.name, is_default: pipeline.is_default ?? false, stages: pipeline.stages };
      showUndo(t("pipelines.saved", { name: draft.name }), async () => {
        await patch.mutateAsync({ record: saved, changes: before });
        for (const job of jobs) await undoJob.mutateAsync(job);
        await redraw();
      });
    } finally {
      setMoving(false);
    }
  };

  const takeAway = async (pipeline: RecordRow): Promise<boolean> => {
    try {
      await remove.mutateAsync(pipeline);
    } catch (problem) {
      showProblem(problem);
      return false;
    }
    await redraw();
    showUndo(t("pipelines.removed", { name: String(pipeline.name) }), () =>
      restore.mutateAsync(pipeline.id).then(redraw),
    );
    return true;
  };
  return { save, takeAway, isMoving };
}
