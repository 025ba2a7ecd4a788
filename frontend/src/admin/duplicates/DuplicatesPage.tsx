import { Button, NativeSelect, SegmentedControl, Skeleton } from "@mantine/core";
import { IconCopyCheck } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { type Pair, type PairState, usePairs, useScanDuplicates } from "@/api/duplicatePairs";
import { useMaybeObject, useObjects } from "@/api/objects";
import { withWords } from "@/i18n/i18n";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { followJob } from "@/kit/jobs/JobNotice";
import { useAfterJob } from "@/kit/jobs/useAfterJob";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { may } from "@/metadata/access";
import classes from "./Duplicates.module.css";
import { PairCard } from "./PairCard";

const MergeDialog = lazy(async () => ({
  default: (await withWords("records", () => import("@/kit/merge/MergeDialog"))).MergeDialog,
}));

interface Props {
  plural: string;
  state: PairState;
  onShow(shown: { object: string; state: PairState }): void;
}

/** Pairs of records that may be one, side by side: merged, or remembered as two. */
export function DuplicatesPage({ plural, state, onShow }: Props) {
  const { t, label } = useWords("admin");
  const client = useQueryClient();
  const objects = useObjects().filter((one) => one.features.importable && may(one.permissions, "update"));
  const object = useMaybeObject(plural);
  const pairs = usePairs(plural, state);
  const scan = useScanDuplicates();
  const scanned = useAfterJob(() => client.invalidateQueries({ queryKey: ["duplicates", plural, "pairs"] }));
  const [merging, setMerging] = useState<Pair | null>(null);
  const items = pairs.data?.pages.flatMap((page) => page.items) ?? [];
  const begin = () =>
    scan.mutateAsync(plural).then((job) => {
      followJob(job);
      scanned.follow(job);
    }, showProblem);
  const scanButton = (
    <Button variant="default" loading={scan.isPending || scanned.isRunning} onClick={begin}>
      {t("duplicates.scan")}
    </Button>
  );
  return (
    <Page title={t("duplicates.title")} actions={scanButton}>
      <div className={classes.bar}>
        <NativeSelect
          aria-label={t("duplicates.object")}
          data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
          value={plural}
          onChange={(event) => onShow({ object: event.currentTarget.value, state })}
        />
        <SegmentedControl
          aria-label={t("duplicates.state")}
          data={[
            { value: "open", label: t("duplicates.open") },
            { value: "dismissed", label: t("duplicates.dismissed") },
          ]}
          value={state}
          onChange={(value) => onShow({ object: plural, state: value as PairState })}
        />
      </div>
      {(pairs.isPending || !object) && <Skeleton height={220} aria-hidden />}
      {object && (
        <ul className={classes.list} aria-label={t("duplicates.title")}>
          {items.map((pair) => (
            <PairCard key={pair.id} object={object} pair={pair} onMerge={() => setMerging(pair)} />
          ))}
        </ul>
      )}
      {pairs.isSuccess && items.length === 0 && !pairs.hasNextPage && <Nothing state={state}>{scanButton}</Nothing>}
      {pairs.hasNextPage && (
        <Button variant="default" mt="md" loading={pairs.isFetchingNextPage} onClick={() => pairs.fetchNextPage()}>
          {t("duplicates.more")}
        </Button>
      )}
      <Suspense fallback={null}>
        {object && merging && (
          <MergeDialog
            object={object}
            ids={merging.records.map((record) => record.id)}
            opened
            onClose={() => setMerging(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}

function Nothing({ state, children }: { state: PairState; children: React.ReactNode }) {
  const { t } = useWords("admin");
  const icon = <IconCopyCheck size={44} stroke={1.2} />;
  if (state === "dismissed") return <EmptyState icon={icon} title={t("duplicates.emptyDismissed")} />;
  return (
    <EmptyState icon={icon} title={t("duplicates.empty")} text={t("duplicates.emptyText")}>
      {children}
    </EmptyState>
  );
}
