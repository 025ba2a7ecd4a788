import { ActionIcon, NativeSelect, NumberInput, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./Pipelines.module.css";
import { KINDS, type StageDraft, type StageKind, withKind } from "./stages";

interface Props {
  stage: StageDraft;
  place: number;
  isOnly: boolean;
  onChange(stage: StageDraft): void;
  onRemove(): void;
}

export function StageRow({ stage, place, isOnly, onChange, onRemove }: Props) {
  const { t } = useWords("admin");
  const isOpen = stage.kind === "open";
  const name = stage.label || t("pipelines.nthStage", { n: place });
  return (
    <>
      <div className={classes.row}>
        <TextInput
          aria-label={t("pipelines.stageName", { n: place })}
          maxLength={60}
          value={stage.label}
          onChange={(event) => onChange({ ...stage, label: event.currentTarget.value })}
        />
        <NativeSelect
          aria-label={t("pipelines.kindOf", { name })}
          value={stage.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t(`pipelines.kinds.${kind}`) }))}
          onChange={(event) => onChange(withKind(stage, event.currentTarget.value as StageKind))}
        />
        <NumberInput
          aria-label={t("pipelines.probabilityOf", { name })}
          suffix=" %"
          min={0}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          hideControls
          disabled={!isOpen}
          value={stage.probability}
          onChange={(value) => onChange({ ...stage, probability: Number(value) || 0 })}
        />
        <NumberInput
          aria-label={t("pipelines.daysOf", { name })}
          placeholder={t("pipelines.days")}
          suffix={` ${t("pipelines.daysShort")}`}
          min={0}
          max={3650}
          allowDecimal={false}
          hideControls
          disabled={!isOpen}
          value={stage.expected_days ?? ""}
          onChange={(value) => onChange({ ...stage, expected_days: value === "" ? null : Number(value) })}
        />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        disabled={isOnly}
        aria-label={t("pipelines.removeStage", { name })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </>
  );
}
