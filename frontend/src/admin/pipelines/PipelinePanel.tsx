import { Button, Stack, Switch, Text, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { DesignDrawer, useDirty } from "../design/DesignDrawer";
import { DesignProblem } from "../design/DesignProblem";
import { DrawerFoot } from "../design/DrawerFoot";
import { Sortable } from "../design/Sortable";
import { useDraft } from "../design/useDraft";
import { MoveDealsDialog } from "./MoveDealsDialog";
import { StageRow } from "./StageRow";
import { draftOf, newStage, type PipelineDraft, type StageDraft } from "./stages";
import { usePipelineActs } from "./usePipelineActs";

interface Props {
  /** Absent for a new one. */
  pipeline?: RecordRow | undefined;
  pipelines: readonly RecordRow[];
  counts: ReadonlyMap<string, number>;
  onClose(): void;
}

/** A pipeline and its stages: their order, kind and chances, and where deals go when a stage does. */
export function PipelinePanel(props: Props) {
  const { t } = useWords("admin");
  const { pipeline, onClose } = props;
  return (
    <DesignDrawer opened title={pipeline ? String(pipeline.name) : t("pipelines.create")} onClose={onClose}>
      <PipelineForm {...props} />
    </DesignDrawer>
  );
}

function PipelineForm({ pipeline, pipelines, counts, onClose }: Props) {
  const { t } = useWords("admin");
  const acts = usePipelineActs(pipelines);
  const [initial] = useState<PipelineDraft>(() =>
    pipeline
      ? draftOf(pipeline)
      : {
          name: "",
          is_default: false,
          moves: {},
          stages: [
            newStage(t("pipelines.firstStage"), "open", 20),
            newStage(t("pipelines.kinds.won"), "won"),
            newStage(t("pipelines.kinds.lost"), "lost"),
          ],
        },
  );
  const { draft, change, errors, problem, isBusy, isDirty, submit } = useDraft(initial, async (now) => {
    await acts.save(pipeline, now);
    onClose();
  });
  useDirty(isDirty && !isBusy);
  const [leaving, setLeaving] = useState<StageDraft | null>(null);
  const { stages, moves } = draft;
  const standing = (stage: StageDraft): number => {
    const passed = Object.entries(moves).flatMap(([from, to]) => (to === stage.key ? [from] : []));
    return [stage.key ?? "", ...passed].reduce((sum, key) => sum + (counts.get(key) ?? 0), 0);
  };
  const takeAway = (stage: StageDraft, to?: string) =>
    change({
      stages: stages.filter((one) => one.id !== stage.id),
      ...(stage.key && to ? { moves: { ...moves, [stage.key]: to } } : {}),
    });
  const add = () => {
    const at = stages.findIndex((stage) => stage.kind !== "open");
    const place = at < 0 ? stages.length : at;
    change({ stages: [...stages.slice(0, place), newStage(), ...stages.slice(place)] });
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t("pipelines.name")}
          required
          maxLength={80}
          data-autofocus={!pipeline || undefined}
          value={draft.name}
          error={errors.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Switch
          label={t("pipelines.isDefault")}
          description={t("pipelines.isDefaultHelp")}
          checked={draft.is_default}
          disabled={initial.is_default}
          onChange={(event) => change({ is_default: event.currentTarget.checked })}
        />
        <div>
          <Text fw={600} size="sm">
            {t("pipelines.stages")}
          </Text>
          <Text size="xs" c="dimmed" mb={8}>
            {t("pipelines.stagesHelp")}
          </Text>
          <Sortable
            items={stages}
            label={t("pipelines.stages")}
            idOf={(stage) => stage.id}
            nameOf={(stage) => stage.label || t("pipelines.newStage")}
            onChange={(next) => change({ stages: next })}
          >
            {(stage, index) => (
              <StageRow
                stage={stage}
                place={index + 1}
                isOnly={stages.length === 1}
                onChange={(next) => change({ stages: stages.map((one) => (one.id === stage.id ? next : one)) })}
                onRemove={() => (standing(stage) ? setLeaving(stage) : takeAway(stage))}
              />
            )}
          </Sortable>
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} />} mt={6} onClick={add}>
            {t("pipelines.addStage")}
          </Button>
          {errors.stages && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {errors.stages}
            </Text>
          )}
        </div>
        {acts.isMoving && (
          <Text size="sm" role="status">
            {t("pipelines.moving")}
          </Text>
        )}
        <DesignProblem problem={errors.name || errors.stages ? null : problem} />
      </Stack>
      <DrawerFoot
        submit={pipeline ? t("actions.saveChanges") : t("pipelines.create")}
        isBusy={isBusy}
        disabled={!draft.name.trim() || (Boolean(pipeline) && !isDirty)}
      >
        {pipeline && (
          <Button
            variant="subtle"
            color="pimenton"
            c="var(--mantine-color-error)"
            onClick={async () => {
              if (await acts.takeAway(pipeline)) onClose();
            }}
          >
            {t("pipelines.remove")}
          </Button>
        )}
      </DrawerFoot>
      <MoveDealsDialog
        stage={leaving}
        count={leaving ? standing(leaving) : 0}
        stages={stages}
        onClose={() => setLeaving(null)}
        onMove={(to) => {
          if (leaving) takeAway(leaving, to);
          setLeaving(null);
        }}
      />
    </form>
  );
}
