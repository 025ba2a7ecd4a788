import { ActionIcon, Button, MultiSelect, NativeSelect, NumberInput, Stack } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type CardFigure, type FigureCondition, useCardFigures } from "@/api/actionRules";
import { useWords } from "@/i18n/useWords";
import classes from "./Rules.module.css";

interface Props {
  figures: FigureCondition[];
  errors: Record<string, string | undefined>;
  onChange(figures: FigureCondition[]): void;
}

const MOST = 8;
const LEVELS = ["high", "medium", "low", "unknown"] as const;

const startOf = (figure: CardFigure): FigureCondition => ({
  figure: figure.name,
  op: figure.operators[0] ?? "eq",
  value: figure.kind === "choice" ? ["high"] : figure.kind === "flag" ? true : 1,
});

/** What is asked of the card's own figures; all of it must hold. */
export function FiguresPart({ figures, errors, onChange }: Props) {
  const { t, label } = useWords("actionRules");
  const known = useCardFigures();
  const replace = (place: number, next: FigureCondition) =>
    onChange(figures.map((one, at) => (at === place ? next : one)));
  const first = known.find((one) => !figures.some((held) => held.figure === one.name));
  return (
    <Stack gap="xs" role="group" aria-label={t("actionRules.figures")}>
      <div className={classes.legend} aria-hidden>
        {t("actionRules.figures")}
      </div>
      {figures.map((condition, place) => {
        const figure = known.find((one) => one.name === condition.figure);
        const name = label(figure?.label);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no name of its own, and its figure may change
          <div key={place} className={classes.row}>
            <NativeSelect
              aria-label={t("actionRules.figure")}
              data={known.map((one) => ({ value: one.name, label: label(one.label) }))}
              value={condition.figure}
              error={errors[`figures.${place}.figure`]}
              onChange={(event) => {
                const next = known.find((one) => one.name === event.currentTarget.value);
                if (next) replace(place, startOf(next));
              }}
            />
            {figure && <Operand figure={figure} condition={condition} onChange={(next) => replace(place, next)} />}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t("actionRules.dropFigure", { name })}
              onClick={() => onChange(figures.filter((_, at) => at !== place))}
            >
              <IconX size={16} />
            </ActionIcon>
          </div>
        );
      })}
      {first && figures.length < MOST && (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          style={{ alignSelf: "flex-start" }}
          onClick={() => onChange([...figures, startOf(first)])}
        >
          {t("actionRules.addFigure")}
        </Button>
      )}
    </Stack>
  );
}

interface OperandProps {
  figure: CardFigure;
  condition: FigureCondition;
  onChange(next: FigureCondition): void;
}

function Operand({ figure, condition, onChange }: OperandProps) {
  const { t, label } = useWords("actionRules");
  const name = label(figure.label);
  if (figure.kind === "flag")
    return (
      <NativeSelect
        aria-label={t("actionRules.value", { name })}
        className={classes.small}
        data={[
          { value: "true", label: t("actionRules.yes") },
          { value: "false", label: t("actionRules.no") },
        ]}
        value={String(condition.value)}
        onChange={(event) => onChange({ ...condition, value: event.currentTarget.value === "true" })}
      />
    );
  if (figure.kind === "choice")
    return (
      <MultiSelect
        aria-label={t("actionRules.value", { name })}
        style={{ flex: "1 1 180px" }}
        data={LEVELS.map((value) => ({ value, label: t(`actionRules.levels.${value}`) }))}
        value={condition.value as string[]}
        onChange={(value) => value.length > 0 && onChange({ ...condition, value })}
      />
    );
  return (
    <>
      <NativeSelect
        aria-label={t("actionRules.how", { name })}
        className={classes.small}
        data={figure.operators.map((op) => ({ value: op, label: t(`actionRules.ops.${op}`) }))}
        value={condition.op}
        onChange={(event) => onChange({ ...condition, op: event.currentTarget.value })}
      />
      <NumberInput
        aria-label={t("actionRules.value", { name })}
        className={classes.small}
        value={Number(condition.value)}
        onChange={(value) => onChange({ ...condition, value: Number(value) || 0 })}
      />
    </>
  );
}
