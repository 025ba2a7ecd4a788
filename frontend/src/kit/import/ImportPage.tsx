import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useImport } from "@/api/imports";
import { useMaybeObject } from "@/api/objects";
import type { ImportJob } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { ImportProgress } from "./ImportProgress";
import { ImportSteps } from "./ImportSteps";

/** It comes while the file is looked at, which takes longer. */
const bringReview = () => import("./ImportReview");
const ImportResult = lazy(() => import("./ImportResult").then((module) => ({ default: module.ImportResult })));
const ImportFailed = lazy(() => import("./ImportResult").then((module) => ({ default: module.ImportFailed })));
const ImportReview = lazy(async () => ({ default: (await bringReview()).ImportReview }));

const STEP: Record<ImportJob["state"], number> = {
  created: 0,
  previewing: 1,
  ready: 1,
  running: 2,
  undoing: 2,
  failed: 2,
  done: 3,
  undone: 3,
};

/** One import, wherever it stands; the address can be left and come back to. */
export function ImportPage({ id }: { id: string }) {
  const { t, inner } = useWords();
  const client = useQueryClient();
  const { data: job, error } = useImport(id);
  const object = useMaybeObject(job?.object);
  const state = job?.state;
  useEffect(() => {
    if (state === "done" || state === "undone") client.invalidateQueries({ queryKey: ["records"] });
  }, [state, client]);
  useEffect(() => {
    bringReview().catch(() => {});
  }, []);
  if (error && !job) throw error;
  return (
    <Page title={object ? t("import.start", { name: inner(object.labelPlural) }) : t("nav.imports")}>
      {job && <ImportSteps active={STEP[job.state]} />}
      <Suspense fallback={null}>{job && object && <Step job={job} />}</Suspense>
    </Page>
  );
}

function Step({ job }: { job: ImportJob }) {
  const reviewed = useRef<ImportJob | null>(null);
  if (job.state === "ready") reviewed.current = job;
  // While a corrected mapping is looked at, the review stays with what it showed last.
  if (job.state === "previewing" && reviewed.current)
    return <ImportReview job={{ ...reviewed.current, state: "previewing" }} />;
  switch (job.state) {
    case "ready":
      return <ImportReview job={job} />;
    case "done":
    case "undone":
      return <ImportResult job={job} />;
    case "failed":
      return <ImportFailed job={job} />;
    default:
      return <ImportProgress job={job} />;
  }
}
