import { MultiSelect, SegmentedControl, Stack, Switch, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Alarm, type Metric, type Rule, useAlarmWrites, useFigures, usePreview } from "@/api/alarms";
import { useMe } from "@/api/me";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { useFigure } from "./figures";
import { MetricFields } from "./MetricFields";
import { Past } from "./Past";
import { RuleFields } from "./RuleFields";
import { FIRST, isWhole, KINDS } from "./rules";

interface Props {
  /** The number beside which the bell stands; without one it is chosen here. */
  metric?: Metric;
  /** The alarm that is changed; without one a new one is made. */
  alarm?: Alarm;
  onClose(): void;
  onMade?(id: string): void;
}

const NOTHING: Metric = { source: "", of: "", figure: "" };

/** Which number, what to wait for, whom to tell; says what it will do and what it would have done. */
export function AlarmDialog({ metric, alarm, onClose, onMade }: Props) {
  const { t } = useWords("alarms");
  const { user } = useMe();
  const users = useUsers();
  const figureOf = useFigure();
  const { create, change } = useAlarmWrites();
  const once = useOnce();
  const [isNamed, setNamed] = useState(Boolean(alarm));
  const owner = alarm?.owner ?? user.id;
  const kept = {
    name: alarm?.name ?? "",
    metric: metric ?? (alarm?.metric as Metric | undefined) ?? NOTHING,
    rule: (alarm?.rule as Rule | undefined) ?? FIRST.limit,
    people: alarm?.people ?? [],
    mail: alarm?.mail ?? true,
  };
  const form = useForm(kept, async (values) => {
    const wish = { ...values, name: nameOf(values.name).trim() };
    if (alarm) await change.mutateAsync({ ...wish, id: alarm.id, version: alarm.version });
    else {
      const made = await once(wish, (key) => create.mutateAsync({ ...wish, once: key }));
      onMade?.(made.id);
    }
    showDone(t(alarm ? "alarms.saved" : "alarms.made"));
    onClose();
  });
  const { values, errors } = form;
  const { source, of } = values.metric;
  const figures = useFigures(source, of);
  const figure = figures.data?.items.find((each) => each.id === values.metric.figure);
  const isReady = Boolean(figure) && isWhole(values.rule);
  const [asked] = useDebouncedValue(isReady ? values.rule : null, 350);
  const preview = usePreview(figure ? values.metric : null, asked);
  const suggested = figure && figures.data ? `${figures.data.name}: ${figure.label}` : "";
  const nameOf = (name: string) => (isNamed ? name : suggested).slice(0, 120);
  const colleagues = users.filter((each) => each.id !== owner && each.status !== "inactive");
  const ruleErrors = Object.fromEntries(
    Object.entries(errors).flatMap(([name, said]) => (name.startsWith("rule.") ? [[name.slice(5), said]] : [])),
  );
  return (
    <Dialog onClose={onClose} size="lg" title={t(alarm ? "alarms.change" : "alarms.create")}>
      <DialogForm
        form={{ ...form, problem: Object.keys(ruleErrors).length ? null : form.problem }}
        verb={t(alarm ? "actions.saveChanges" : "alarms.verb")}
        isReady={isReady}
        onClose={onClose}
      >
        {metric ? (
          <Text>
            {figure && figures.data ? (
              <>
                <b>
                  {figures.data.name}: {figure.label}
                </b>
                {figure.value !== null && ` · ${t("alarms.nowIs", { value: figureOf(figure, figure.value) })}`}
              </>
            ) : (
              t("alarms.reading")
            )}
          </Text>
        ) : (
          <MetricFields
            metric={values.metric}
            figures={figures.data}
            error={errors.metric}
            onChange={(chosen) => form.change({ metric: chosen })}
          />
        )}
        <Stack gap={4}>
          <Text size="sm" fw={500} component="div">
            {t("alarms.when")}
          </Text>
          <SegmentedControl
            aria-label={t("alarms.when")}
            value={values.rule.kind}
            onChange={(kind) => form.change({ rule: FIRST[kind as Rule["kind"]] })}
            data={KINDS.map((value) => ({ value, label: t(`alarms.kinds.${value}`) }))}
          />
          <Text size="sm" c="dimmed">
            {t(`alarms.kindTexts.${values.rule.kind}`)}
          </Text>
        </Stack>
        <RuleFields rule={values.rule} figure={figure} errors={ruleErrors} onChange={(rule) => form.change({ rule })} />
        {figure && isWhole(values.rule) && (
          <Past
            name={figures.data?.name ?? ""}
            figure={figure}
            rule={values.rule}
            preview={preview.data}
            error={preview.error}
          />
        )}
        <NameInput
          label={t("alarms.name")}
          values={{ name: nameOf(values.name) }}
          errors={errors}
          onChange={(part) => {
            setNamed(true);
            form.change(part);
          }}
        />
        <MultiSelect
          label={t("alarms.people")}
          description={t("alarms.peopleText")}
          searchable
          data={colleagues.map((each) => ({ value: each.id, label: userName(each) }))}
          value={values.people}
          error={errors.people}
          onChange={(people) => form.change({ people })}
        />
        <Switch
          label={t("alarms.mail")}
          checked={values.mail}
          onChange={(event) => form.change({ mail: event.currentTarget.checked })}
        />
        {metric && (
          <Text size="sm">
            <Link to="/alarms" onClick={onClose}>
              {t("alarms.seeAll")}
            </Link>
          </Text>
        )}
      </DialogForm>
    </Dialog>
  );
}
