import { Badge, Button, Group, Skeleton, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useRecords, useTotals } from "@/api/records";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import classes from "./Pipelines.module.css";
import { stagesOf } from "./stages";

const PipelinePanel = lazy(() => import("./PipelinePanel").then((module) => ({ default: module.PipelinePanel })));

/** The ways that deals take: each pipeline with its stages, in order, and how many deals stand in each. */
export function PipelinesPage() {
  const { t } = useWords("admin");
  const found = useRecords("pipelines", { sort: "name" });
  const pipelines = (found.data?.pages ?? [])
    .flatMap((page) => page.items)
    .sort((a, b) => Number(b.is_default === true) - Number(a.is_default === true));
  const counts = useDealCounts();
  const [open, setOpen] = useState<string | null>(null);
  const pipeline = pipelines.find((one) => one.id === open);
  return (
    <Page
      title={t("settings.places.pipelines")}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
          {t("pipelines.create")}
        </Button>
      }
    >
      <Text c="dimmed" mb="md">
        {t("pipelines.text")}
      </Text>
      {found.isPending && <Skeleton height={120} radius="lg" />}
      {pipelines.map((one) => (
        <Pipeline key={one.id} pipeline={one} counts={counts} onOpen={() => setOpen(one.id)} />
      ))}
      <Suspense fallback={null}>
        {(open === "new" || pipeline) && (
          <PipelinePanel
            key={open}
            pipeline={pipeline}
            pipelines={pipelines}
            counts={counts}
            onClose={() => setOpen(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}

/** How many deals stand in each stage, as far as the counters know. */
function useDealCounts(): Map<string, number> {
  const totals = useTotals("deals", "stage");
  const counts = new Map<string, number>();
  for (const { value, count } of totals.data?.items ?? []) counts.set(value, (counts.get(value) ?? 0) + count);
  return counts;
}

interface PipelineProps {
  pipeline: RecordRow;
  counts: ReadonlyMap<string, number>;
  onOpen(): void;
}

function Pipeline({ pipeline, counts, onOpen }: PipelineProps) {
  const { t } = useWords("admin");
  const name = String(pipeline.name);
  return (
    <section className={classes.pipeline} aria-label={name}>
      <Group mb="sm" wrap="nowrap">
        <Title order={2} flex={1}>
          {name}
        </Title>
        {pipeline.is_default === true && <Badge color="gray">{t("pipelines.default")}</Badge>}
        <Button variant="default" size="compact-md" aria-label={t("pipelines.editOf", { name })} onClick={onOpen}>
          {t("actions.edit")}
        </Button>
      </Group>
      <ol className={classes.stages}>
        {stagesOf(pipeline).map((stage) => (
          <li key={stage.id} className={classes.stage} data-kind={stage.kind}>
            <Text fw={550} truncate title={stage.label}>
              {stage.label}
            </Text>
            <Text size="sm" c="dimmed">
              {stage.kind === "open"
                ? t("pipelines.chances", { value: stage.probability })
                : t(`pipelines.ends.${stage.kind}`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t("pipelines.deals", { count: counts.get(stage.key ?? "") ?? 0 })}
            </Text>
          </li>
        ))}
      </ol>
    </section>
  );
}
