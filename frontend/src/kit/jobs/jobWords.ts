import { countsOf, undoOf } from "@/api/jobs";
import { useObjects } from "@/api/objects";
import type { Job } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

const OUTCOMES = ["changed", "added", "unchanged", "there", "refused", "hidden"] as const;

/** How a job is called and told, whatever its kind. */
export function useJobWords() {
  const { t, has, inner } = useWords("jobs");
  const formats = useFormats();
  const objects = useObjects();
  const objectOf = (job: Job) => objects.find((one) => one.plural === job.object || one.name === job.object);
  const known = (key: string, or: string) => (has(key) ? key : or);

  const title = (job: Job) => {
    const object = objectOf(job);
    const name = object ? inner(object.label_plural) : t("jobs.records");
    const key =
      job.kind === "bulk"
        ? known(`jobs.bulk.${job.action}`, "jobs.bulk.other")
        : known(`jobs.kind.${job.kind}`, "jobs.kind.other");
    return t(key, { name, about: job.about?.name ?? "" });
  };

  const state = (job: Job) => t(known(`jobs.state.${job.state}`, `jobs.state.${job.is_running ? "running" : "done"}`));

  const told = (key: string, count: number) => t(`jobs.outcome.${key}`, { count, n: formats.number(count) });

  /** What came of it, in a line: "39 changed, 1 refused". */
  const outcome = (job: Job): string => {
    const undone = undoOf(job);
    if (undone && job.state === "undone")
      return [told("undone", undone.undone), undone.kept ? told("kept", undone.kept) : ""].filter(Boolean).join(", ");
    const counts = countsOf(job);
    const parts = OUTCOMES.filter((key) => counts[key]).map((key) => told(key, counts[key] ?? 0));
    const records = (job.result as { records?: number } | null)?.records;
    if (typeof records === "number") parts.push(told("records", records));
    return parts.join(", ");
  };

  /** How far it is: "1.200 of 5.000", or what is done when nobody knows how much there is. */
  const progress = (job: Job): string => {
    if (!job.progress) return "";
    const { done, total } = job.progress;
    return total === null
      ? t("jobs.doneSoFar", { count: done, done: formats.number(done) })
      : t("jobs.doneOf", { done: formats.number(done), total: formats.number(total) });
  };

  return { title, state, told, outcome, progress, objectOf };
}

/** The share that is done, or null while nobody knows. */
export function shareOf(job: Job): number | null {
  const { done, total } = job.progress ?? { done: 0, total: null };
  return total ? Math.min(100, (done / total) * 100) : null;
}

const ATTENTION = new Set(["failed", "expired"]);

export function colorOf(job: Job): string {
  if (ATTENTION.has(job.state)) return "pimenton";
  return job.is_running ? "albahaca" : "gray";
}
