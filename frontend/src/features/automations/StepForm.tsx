import { ActionIcon, Button, Group, NativeSelect, Radio, Skeleton, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { use } from "react";
import type { ParameterPart, Step, Way } from "@/api/automations";
import { useWords } from "@/i18n/useWords";
import classes from "./Automations.module.css";
import { PageContext } from "./around";
import { Conditions } from "./Conditions";
import { ParameterInput } from "./ParameterInput";
import { SpanInput } from "./SpanInput";
import { datedFields } from "./triggers";
import { useActionPart } from "./words";

interface Props {
  step: Step;
  /** What was refused, by the path below the step. */
  errors: Record<string, string>;
  onChange(step: Step): void;
}

/** The parts of a step, by its kind. */
export function StepForm({ step, errors, onChange }: Props) {
  const { t } = useWords("automations");
  return (
    <Stack gap="sm">
      {step.kind === "action" && <ActionParts step={step} errors={errors} onChange={onChange} />}
      {step.kind === "wait" && (
        <>
          <SpanInput
            label={t("automations.steps.for")}
            value={step.for}
            error={errors.for}
            onChange={(span) => onChange({ ...step, for: span })}
          />
          <Hour step={step} errors={errors} onChange={onChange} />
        </>
      )}
      {step.kind === "wait_until" && <UntilParts step={step} errors={errors} onChange={onChange} />}
      {step.kind === "branch" && <BranchParts step={step} errors={errors} onChange={onChange} />}
      {step.kind !== "branch" && (
        <TextInput
          label={t("automations.steps.label")}
          description={t("automations.steps.labelHint")}
          maxLength={120}
          value={step.label ?? ""}
          error={errors.label}
          onChange={(event) => onChange({ ...step, label: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}

function ActionParts({ step, errors, onChange }: Props) {
  const part = useActionPart(step.action);
  if (!part) return <Skeleton height={48} />;
  const given = step.with ?? {};
  const set = ({ name, of }: ParameterPart, value: unknown) => {
    const { [name]: _, ...rest } = given;
    const isNothing = value === null || value === undefined || value === "";
    // What the fields of one object shall hold says nothing to another.
    const kept = of === "object" ? {} : rest;
    onChange({ ...step, with: isNothing ? kept : { ...kept, [name]: value } });
  };
  return part.parameters
    .filter((parameter) => !(part.name === "notify" && parameter.name === "people" && given.to !== "people"))
    .map((parameter) => (
      <ParameterInput
        key={parameter.name}
        parameter={parameter}
        given={given}
        errors={errors}
        onChange={(value) => set(parameter, value)}
      />
    ));
}

function Hour({ step, errors, onChange }: Props) {
  const { t } = useWords("automations");
  const set = (at: string) => {
    const { at: _, ...rest } = step;
    onChange(at ? { ...rest, at } : rest);
  };
  return (
    <TextInput
      type="time"
      w={200}
      label={t("automations.steps.atHour")}
      description={t("automations.steps.atHourHint")}
      value={step.at ?? ""}
      error={errors.at}
      onChange={(event) => set(event.currentTarget.value.slice(0, 5))}
    />
  );
}

function UntilParts({ step, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const { object } = use(PageContext);
  const dated = datedFields(object);
  const { id, kind, label: name } = step;
  const base: Step = name ? { id, kind, label: name } : { id, kind };
  const isField = step.field !== undefined;
  return (
    <>
      <NativeSelect
        label={t("automations.steps.until")}
        data={[
          { value: "condition", label: t("automations.steps.untilCondition") },
          ...(dated.length ? [{ value: "field", label: t("automations.steps.untilField") }] : []),
        ]}
        value={isField ? "field" : "condition"}
        onChange={(event) =>
          onChange(
            event.currentTarget.value === "field"
              ? { ...base, field: dated[0]?.name ?? "" }
              : { ...base, condition: null, most: { days: 7 }, otherwise: "go_on" },
          )
        }
      />
      {isField ? (
        <>
          <NativeSelect
            label={t("automations.begin.dateField")}
            data={dated.map((field) => ({ value: field.name, label: label(field.label) }))}
            value={step.field}
            error={errors.field}
            onChange={(event) => onChange({ ...step, field: event.currentTarget.value })}
          />
          <SpanInput
            label={t("automations.begin.shift")}
            signed
            value={step.offset}
            error={errors.offset}
            onChange={(offset) => onChange({ ...step, offset })}
          />
          <Hour step={step} errors={errors} onChange={onChange} />
        </>
      ) : (
        <>
          <Conditions
            label={t("automations.steps.condition")}
            filter={step.condition}
            error={errors.condition ?? errors.field}
            onChange={(condition) => onChange({ ...step, condition })}
          />
          <SpanInput
            label={t("automations.steps.most")}
            value={step.most}
            error={errors.most}
            onChange={(most) => onChange({ ...step, most })}
          />
          <Radio.Group
            label={t("automations.steps.inVain")}
            value={step.otherwise === "stop" ? "stop" : "go_on"}
            onChange={(value) => onChange({ ...step, otherwise: value === "stop" ? "stop" : "go_on" })}
          >
            <Stack gap={6} mt={6}>
              {(["go_on", "stop"] as const).map((value) => (
                <Radio key={value} value={value} label={t(`automations.steps.inVains.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
        </>
      )}
    </>
  );
}

const MOST_WAYS = 10;

function BranchParts({ step, errors, onChange }: Props) {
  const { t } = useWords("automations");
  const ways = step.branches ?? [];
  const set = (place: number, part: Partial<Way>) =>
    onChange({ ...step, branches: ways.map((way, at) => (at === place ? { ...way, ...part } : way)) });
  return (
    <>
      {ways.map((way, place) => {
        const name = t("automations.steps.way", { n: place + 1 });
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way is its place
          <div key={place} role="group" aria-label={name} className={classes.wayForm}>
            <Group gap={8} align="end" wrap="nowrap">
              <TextInput
                label={`${name}: ${t("automations.steps.wayLabel")}`}
                maxLength={120}
                flex={1}
                value={way.label}
                error={errors[`branches.${place}.label`]}
                onChange={(event) => set(place, { label: event.currentTarget.value })}
              />
              {ways.length > 1 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t("automations.steps.removeWay", { n: place + 1 })}
                  onClick={() => onChange({ ...step, branches: ways.filter((_, at) => at !== place) })}
                >
                  <IconX size={16} />
                </ActionIcon>
              )}
            </Group>
            <Conditions
              label={t("automations.steps.wayWhen")}
              filter={way.condition}
              error={errors[`branches.${place}.condition`]}
              onChange={(condition) => set(place, { condition })}
            />
          </div>
        );
      })}
      {ways.length < MOST_WAYS && (
        <Button
          variant="subtle"
          size="compact-sm"
          w="max-content"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange({ ...step, branches: [...ways, { label: "", condition: null, steps: [] }] })}
        >
          {t("automations.steps.addWay")}
        </Button>
      )}
    </>
  );
}
