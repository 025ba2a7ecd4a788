import { Button, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { heirs, type StageDraft } from "./stages";

interface Props {
  stage: StageDraft | null;
  count: number;
  stages: readonly StageDraft[];
  onClose(): void;
  onMove(to: string): void;
}

/** Asks where the deals of a stage go before it is taken away. */
export function MoveDealsDialog({ stage, count, stages, onClose, onMove }: Props) {
  const { t } = useWords("admin");
  return (
    <Dialog
      opened={stage !== null}
      onClose={onClose}
      title={t("pipelines.moveTitle", { name: stage?.label ?? "" })}
      zIndex={300}
    >
      {stage && (
        <MoveForm key={stage.id} count={count} stages={heirs(stages, stage)} onClose={onClose} onMove={onMove} />
      )}
    </Dialog>
  );
}

function MoveForm({ count, stages, onClose, onMove }: Omit<Props, "stage">) {
  const { t } = useWords("admin");
  const [to, setTo] = useState<string | null>(null);
  return (
    <Stack>
      <Text>{t("pipelines.moveText", { count })}</Text>
      {stages.length ? (
        <Select
          label={t("pipelines.moveTo")}
          required
          allowDeselect={false}
          data-autofocus
          comboboxProps={{ zIndex: 310 }}
          data={stages.map((stage) => ({ value: stage.key ?? stage.id, label: stage.label }))}
          value={to}
          onChange={setTo}
        />
      ) : (
        <Text>{t("pipelines.noHeir")}</Text>
      )}
      <DialogFoot onClose={onClose}>
        <Button disabled={!to} onClick={() => to && onMove(to)}>
          {t("pipelines.move", { count })}
        </Button>
      </DialogFoot>
    </Stack>
  );
}
