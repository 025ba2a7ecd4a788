import { NativeSelect } from "@mantine/core";
import type { Figure, Rule } from "@/api/alarms";
import { DecimalInput } from "@/fields/inputs/DecimalInput";
import { useWords } from "@/i18n/useWords";
import classes from "./Alarms.module.css";
import { DIRECTIONS, isDouble, OPS, SENSITIVITIES, SPANS, said, typed } from "./rules";

interface Props {
  rule: Rule;
  figure: Figure | undefined;
  errors: Record<string, string>;
  onChange(rule: Rule): void;
}

/** What a rule of its kind needs to know. */
export function RuleFields({ rule, figure, errors, onChange }: Props) {
  const { t } = useWords("alarms");
  const change = (part: Partial<Rule>) => onChange({ ...rule, ...part });
  const direction = (
    <NativeSelect
      label={t("alarms.direction")}
      data={DIRECTIONS.map((value) => ({ value, label: t(`alarms.directions.${value}`) }))}
      value={rule.direction ?? "either"}
      onChange={(event) => change({ direction: DIRECTIONS.find((one) => one === event.currentTarget.value) })}
    />
  );
  const spans = rule.kind === "change" ? SPANS.slice(1) : SPANS;
  const span = (
    <NativeSelect
      label={t(rule.kind === "change" ? "alarms.against" : "alarms.span")}
      data={spans.map((value) => ({
        value,
        label: t(`alarms.${rule.kind === "change" ? "spansBefore" : "spans"}.${value}`),
      }))}
      value={rule.span ?? spans[0]}
      onChange={(event) => change({ span: SPANS.find((one) => one === event.currentTarget.value) })}
    />
  );
  if (rule.kind === "anomaly")
    return (
      <div className={classes.pair}>
        {direction}
        <NativeSelect
          label={t("alarms.sensitivity")}
          data={SENSITIVITIES.map((value) => ({ value, label: t(`alarms.sensitivities.${value}`) }))}
          value={rule.sensitivity ?? "normal"}
          onChange={(event) => change({ sensitivity: SENSITIVITIES.find((one) => one === event.currentTarget.value) })}
        />
      </div>
    );
  if (rule.kind === "change")
    return (
      <>
        <div className={classes.pair}>
          {direction}
          <DecimalInput
            label={t("alarms.percent")}
            rightSection="%"
            value={rule.percent ?? null}
            error={errors.percent}
            onChange={(percent) => change({ percent: percent ?? "" })}
          />
        </div>
        {span}
      </>
    );
  const isShare = figure?.unit === "share";
  const unit = isShare ? "%" : figure?.unit === "money" ? figure.currency : undefined;
  return (
    <div className={classes.pair}>
      <NativeSelect
        label={t("alarms.op")}
        data={OPS.map((value) => ({ value, label: t(`alarms.ops.${value}`) }))}
        value={rule.op ?? "above"}
        onChange={(event) => change({ op: OPS.find((one) => one === event.currentTarget.value) })}
      />
      <DecimalInput
        key={figure?.unit}
        label={t(isDouble(rule) ? "alarms.from" : "alarms.value")}
        rightSection={unit}
        rightSectionWidth={unit && unit.length > 1 ? 52 : 32}
        value={typed(rule.value, isShare)}
        error={errors.value}
        onChange={(value) => change({ value: said(value, isShare) })}
      />
      {isDouble(rule) && (
        <DecimalInput
          key={`upper ${figure?.unit}`}
          label={t("alarms.to")}
          rightSection={unit}
          rightSectionWidth={unit && unit.length > 1 ? 52 : 32}
          value={typed(rule.upper, isShare)}
          error={errors.upper}
          onChange={(upper) => change({ upper: said(upper, isShare) })}
        />
      )}
      {figure?.adds_up && span}
    </div>
  );
}
