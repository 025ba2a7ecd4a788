import { Select, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type Figure, type Metric, useSources, useSubjects } from "@/api/alarms";
import { useWords } from "@/i18n/useWords";
import { useFigure } from "./figures";

interface Props {
  metric: Metric;
  figures: { name: string; items: Figure[] } | undefined;
  error: string | undefined;
  onChange(metric: Metric): void;
}

/** The way to a number: where from, of what, which one. */
export function MetricFields({ metric, figures, error, onChange }: Props) {
  const { t } = useWords("alarms");
  const figureOf = useFigure();
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim(), 200);
  const sources = useSources().data ?? [];
  const subjects = useSubjects(metric.source, figures?.name === q ? "" : q).data ?? [];
  const known = subjects.some((each) => each.of === metric.of);
  const chosen = metric.of && figures && !known ? [{ of: metric.of, name: figures.name }] : [];
  return (
    <Stack>
      <Select
        label={t("alarms.source")}
        data-autofocus
        allowDeselect={false}
        data={sources.map((each) => ({ value: each.source, label: each.label }))}
        value={metric.source || null}
        onChange={(source) => {
          setTyped("");
          onChange({ source: source ?? "", of: "", figure: "" });
        }}
      />
      {metric.source && (
        <Select
          key={metric.source}
          label={t("alarms.subject")}
          searchable
          allowDeselect={false}
          filter={({ options }) => options}
          data={[...chosen, ...subjects].map((each) => ({ value: each.of, label: each.name }))}
          nothingFoundMessage={t("alarms.noSubject")}
          value={metric.of || null}
          error={error}
          onSearchChange={setTyped}
          onChange={(of) => onChange({ ...metric, of: of ?? "", figure: "" })}
        />
      )}
      {metric.of && (
        <Select
          key={`${metric.source} ${metric.of}`}
          label={t("alarms.figure")}
          searchable
          allowDeselect={false}
          data={(figures?.items ?? []).map((each) => ({
            value: each.id,
            label: each.value === null ? each.label : `${each.label} (${figureOf(each, each.value)})`,
          }))}
          value={metric.figure || null}
          onChange={(figure) => onChange({ ...metric, figure: figure ?? "" })}
        />
      )}
    </Stack>
  );
}
