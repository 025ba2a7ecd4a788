import { Skeleton } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { recordQuery } from "@/api/records";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { ProblemAlert } from "../record/ProblemAlert";
import { MergeForm } from "./MergeForm";
import { MergePicker } from "./MergePicker";

interface Props {
  object: CompiledObject;
  ids: readonly string[];
  onClose(): void;
  onMerged: ((winner: string) => void) | undefined;
}

/** First which records, then what stays of each. */
export function MergeSteps({ object, ids, onClose, onMerged }: Props) {
  const { t } = useWords("records");
  const [others, setOthers] = useState<string[]>([]);
  const all = [...new Set([...ids, ...others])];
  const found = useQueries({ queries: all.map((id) => recordQuery(object.plural, id)) });
  const records = found.flatMap((one) => one.data ?? []);
  const problem = found.find((one) => one.error)?.error;
  if (problem) return <ProblemAlert problem={problem} />;
  if (records.length < all.length) return <Skeleton height={240} aria-label={t("merge.loading")} />;
  const [first] = records;
  if (all.length < 2 && first)
    return <MergePicker object={object} record={first} onClose={onClose} onPick={setOthers} />;
  return <MergeForm object={object} records={records} onClose={onClose} onMerged={onMerged} />;
}
