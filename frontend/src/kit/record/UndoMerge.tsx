import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { mergeQuery } from "@/api/merges";
import { useWords } from "@/i18n/useWords";
import { useUnmerge } from "../merge/useUnmerge";
import { showProblem } from "../notices";

/** The way back from a merge that a timeline tells of, while there is one. */
export function UndoMerge({ id }: { id: string }) {
  const { t } = useWords("records");
  const merge = useQuery({ ...mergeQuery(id), retry: false, staleTime: 60_000 });
  const unmerge = useUnmerge();
  const [isBusy, setBusy] = useState(false);
  if (merge.data?.state !== "done") return null;
  const undo = () => {
    setBusy(true);
    unmerge(id)
      .catch(showProblem)
      .finally(() => setBusy(false));
  };
  return (
    <Button variant="default" size="compact-xs" mt={4} loading={isBusy} onClick={undo} data-print="never">
      {t("merge.undo")}
    </Button>
  );
}
