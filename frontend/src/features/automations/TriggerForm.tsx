import { Checkbox, MultiSelect, NativeSelect, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { Suspense } from "react";
import { type Span, type Trigger, type TriggerKind, useParts } from "@/api/automations";
import { useSegments } from "@/api/segments";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FieldInput } from "@/kit/form/FieldInput";
import type { CompiledObject } from "@/metadata/compile";
import { useForms, usePurposes } from "./offers";
import { SpanInput } from "./SpanInput";
import { begunOf, datedFields, mayBegin } from "./triggers";
import { weekday } from "./words";

interface Props {
  object: CompiledObject;
  trigger: Trigger;
  errors: Record<string, string>;
  onChange(trigger: Trigger): void;
}

/** What an automation begins with, and the parts that this has. */
export function TriggerForm({ object, trigger, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const segments = useSegments().data?.filter((one) => one.object === object.plural);
  const offered = useParts().data?.triggers ?? [];
  return (
    <Stack gap="sm">
      <NativeSelect
        label={t("automations.begin.kind")}
        data={offered
          .filter((one) => one.kind === trigger.kind || mayBegin(object, one.kind, Boolean(segments?.length)))
          .map((one) => ({ value: one.kind, label: label(one.label) }))}
        value={trigger.kind}
        error={errors["trigger.kind"]}
        onChange={(event) => onChange(begunOf(object, event.currentTarget.value as TriggerKind, segments?.[0]?.id))}
      />
      <TriggerParts object={object} trigger={trigger} errors={errors} onChange={onChange} />
    </Stack>
  );
}

function TriggerParts(props: Props) {
  const { object, trigger, errors, onChange } = props;
  const { t, language, label } = useWords("automations");
  const segments = useSegments().data?.filter((one) => one.object === object.plural) ?? [];
  const set = (parts: Partial<Trigger>) => onChange({ ...trigger, ...parts });
  switch (trigger.kind) {
    case "changed":
      return <ChangeParts {...props} />;
    case "date":
      return (
        <>
          <NativeSelect
            label={t("automations.begin.dateField")}
            data={datedFields(object).map((field) => ({ value: field.name, label: label(field.label) }))}
            value={String(trigger.field ?? "")}
            error={errors["trigger.field"]}
            onChange={(event) => set({ field: event.currentTarget.value })}
          />
          <SpanInput
            label={t("automations.begin.shift")}
            signed
            value={trigger.offset as Span | undefined}
            error={errors["trigger.offset"]}
            onChange={(offset) => set({ offset })}
          />
          <Hour {...props} hint={t("automations.begin.atHint")} />
          <Checkbox
            label={t("automations.begin.yearly")}
            checked={trigger.yearly === true}
            onChange={(event) => set({ yearly: event.currentTarget.checked })}
          />
        </>
      );
    case "segment_entered":
    case "segment_left":
      return (
        <Select
          label={t("automations.begin.segment")}
          data={segments.map((one) => ({ value: one.id, label: one.name }))}
          value={String(trigger.segment ?? "")}
          searchable
          allowDeselect={false}
          error={errors["trigger.segment"]}
          onChange={(segment) => segment && set({ segment })}
        />
      );
    case "mail_opened":
    case "mail_clicked":
      return <CampaignPart {...props} />;
    case "form_sent":
      return <FormPart {...props} />;
    case "consent_given":
    case "consent_withdrawn":
      return <PurposePart {...props} />;
    case "returned":
      return (
        <>
          <NumberInput
            label={t("automations.begin.absent")}
            w={160}
            min={1}
            max={3_650}
            allowDecimal={false}
            value={Number((trigger.absent as { days?: number } | undefined)?.days ?? 90)}
            error={errors["trigger.absent"]}
            onChange={(days) => set({ absent: { days: Number(days) || 1 } })}
          />
          <MultiSelect
            label={t("automations.begin.by")}
            data={[
              ...object.related.map((one) => ({ value: one.field, label: label(one.label) })),
              { value: "visit", label: t("automations.begin.visit") },
            ]}
            value={(trigger.by as string[] | undefined) ?? []}
            error={errors["trigger.by"]}
            onChange={(by) => set({ by })}
          />
        </>
      );
    case "schedule":
      return (
        <>
          <NativeSelect
            label={t("automations.begin.every")}
            data={(["day", "week", "month"] as const).map((value) => ({
              value,
              label: t(`automations.begin.units.${value}`),
            }))}
            value={String(trigger.every ?? "month")}
            onChange={(event) => set({ every: event.currentTarget.value, on: 1 })}
          />
          {trigger.every === "week" && (
            <NativeSelect
              label={t("automations.begin.onWeekday")}
              data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: weekday(language, day) }))}
              value={String(trigger.on ?? 1)}
              onChange={(event) => set({ on: Number(event.currentTarget.value) })}
            />
          )}
          {trigger.every === "month" && (
            <NumberInput
              label={t("automations.begin.onDay")}
              w={160}
              min={1}
              max={28}
              allowDecimal={false}
              value={Number(trigger.on ?? 1)}
              error={errors["trigger.on"]}
              onChange={(on) => set({ on: Number(on) || 1 })}
            />
          )}
          <Hour {...props} hint={t("automations.begin.atFirm")} />
        </>
      );
    default:
      return null;
  }
}

function Hour({ trigger, errors, onChange, hint }: Props & { hint: string }) {
  const { t } = useWords("automations");
  return (
    <TextInput
      type="time"
      w={160}
      label={t("automations.begin.at")}
      description={hint}
      value={typeof trigger.at === "string" ? trigger.at : ""}
      error={errors["trigger.at"]}
      onChange={(event) => onChange({ ...trigger, at: event.currentTarget.value.slice(0, 5) || undefined })}
    />
  );
}

function ChangeParts({ object, trigger, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const fields = [...object.fields.values()].filter((field) => field.filterable && !field.hidden);
  const field = fields.find((one) => one.name === trigger.field);
  const side = (part: "from" | "to", values: string[]) => {
    const { [part]: _, ...rest } = trigger;
    onChange(values.length ? { ...rest, kind: trigger.kind, [part]: values } : { ...rest, kind: trigger.kind });
  };
  return (
    <>
      <NativeSelect
        label={t("automations.begin.field")}
        data={[
          { value: "", label: t("automations.begin.anyField") },
          ...fields.map((one) => ({ value: one.name, label: label(one.label) })),
        ]}
        value={field?.name ?? ""}
        error={errors["trigger.field"]}
        onChange={(event) =>
          onChange(
            event.currentTarget.value ? { kind: "changed", field: event.currentTarget.value } : { kind: "changed" },
          )
        }
      />
      {field && Boolean(field.options?.length) && (
        <>
          <Values
            field={field}
            label={t("automations.begin.from")}
            value={trigger.from}
            onChange={(v) => side("from", v)}
          />
          <Values field={field} label={t("automations.begin.to")} value={trigger.to} onChange={(v) => side("to", v)} />
        </>
      )}
    </>
  );
}

interface ValuesProps {
  field: FieldMeta;
  label: string;
  value: unknown;
  onChange(values: string[]): void;
}

function Values({ field, label: name, value, onChange }: ValuesProps) {
  const { t, label } = useWords("automations");
  const chosen = Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
  return (
    <MultiSelect
      label={name}
      placeholder={chosen.length ? undefined : t("automations.begin.any")}
      data={(field.options ?? []).map((one) => ({ value: one.value, label: label(one.label) }))}
      value={chosen}
      onChange={onChange}
    />
  );
}

const CAMPAIGN: FieldMeta = {
  name: "campaign",
  type: "link",
  to: "campaign",
  label: { es: "Campaña (cualquiera, si no eliges)", en: "Campaign (any, unless you choose)" },
};

function CampaignPart({ trigger, onChange }: Props) {
  return (
    <Suspense fallback={null}>
      <FieldInput
        field={CAMPAIGN}
        value={trigger.campaign ?? null}
        onChange={(campaign) =>
          onChange(campaign ? { kind: trigger.kind, campaign: String(campaign) } : { kind: trigger.kind })
        }
      />
    </Suspense>
  );
}

function FormPart({ trigger, errors, onChange }: Props) {
  const { t } = useWords("automations");
  const forms = useForms().data ?? [];
  return (
    <NativeSelect
      label={t("automations.begin.form")}
      data={[
        { value: "", label: t("automations.begin.anyForm") },
        ...forms.map((one) => ({ value: one.id, label: one.name })),
      ]}
      value={String(trigger.form ?? "")}
      error={errors["trigger.form"]}
      onChange={(event) =>
        onChange(
          event.currentTarget.value ? { kind: "form_sent", form: event.currentTarget.value } : { kind: "form_sent" },
        )
      }
    />
  );
}

function PurposePart({ trigger, errors, onChange }: Props) {
  const { t, label } = useWords("automations");
  const purposes = usePurposes().data ?? [];
  const own = purposes.flatMap((one) => (one.key ? [{ value: one.key, label: label(one.label) || one.name }] : []));
  return (
    <NativeSelect
      label={t("automations.begin.purpose")}
      data={[
        { value: "", label: t("automations.begin.anyPurpose") },
        { value: "marketing", label: t("automations.begin.marketing") },
        ...own.filter((one) => one.value !== "marketing"),
      ]}
      value={String(trigger.purpose ?? "")}
      error={errors["trigger.purpose"]}
      onChange={(event) =>
        onChange(
          event.currentTarget.value
            ? { kind: trigger.kind, purpose: event.currentTarget.value }
            : { kind: trigger.kind },
        )
      }
    />
  );
}
