import { NativeSelect, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useExclusionLists, usePurposes } from "@/api/campaigns";
import { useObjects } from "@/api/objects";
import { useSegments, useSizes } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Part } from "./Part";
import { Picked } from "./Picked";
import type { PartProps } from "./PlanForm";

const STANDARD = ["marketing", "service"] as const;

/** Whom a campaign reaches: the people of some segments, but not those of others. */
export function Audience({ draft, errors, onChange, onMake }: PartProps) {
  const { t, label } = useWords("campaigns");
  const formats = useFormats();
  const segments = useSegments().data;
  const sizes = useSizes().data;
  const lists = useExclusionLists().data ?? [];
  const purposes = usePurposes().data ?? [];
  const people = new Set(useObjects().flatMap((one) => (one.features.reachable ? [one.plural] : [])));
  const known = segments?.filter((one) => people.has(one.object)) ?? [];
  const choices = (taken: readonly string[]) =>
    known
      .filter((one) => !taken.includes(one.id))
      .map(({ id, name }) => {
        const size = sizes?.find((one) => one.id === id);
        const said = size?.ready ? t("plan.sized", { name, number: formats.number(size.size) }) : name;
        const shown = (
          <Link key={id} to="/segments/$id" params={{ id }}>
            {said}
          </Link>
        );
        return { id, name: said, shown };
      });
  return (
    <Part title={t("plan.whom")}>
      <Picked
        label={t("plan.segments")}
        description={t("plan.segmentsHint")}
        prompts={[t("plan.pickSegment"), t("plan.another")]}
        choices={choices(draft.except_segments)}
        value={draft.segments}
        error={errors.segments}
        onChange={(picked) => onChange({ ...draft, segments: picked })}
      />
      {segments && (known.length === 0 || onMake) && (
        <Text size="sm">
          {known.length === 0 && t("plan.noSegments")}{" "}
          <Link
            to="/segments/new"
            onClick={() =>
              onMake?.(
                "segments",
                known.map((one) => one.id),
              )
            }
          >
            {t("plan.createSegment")}
          </Link>
        </Text>
      )}
      <Picked
        label={t("plan.except")}
        prompts={[t("plan.nobody"), t("plan.another")]}
        choices={choices(draft.segments)}
        value={draft.except_segments}
        error={errors.except_segments}
        onChange={(picked) => onChange({ ...draft, except_segments: picked })}
      />
      {(lists.length > 0 || draft.exclusions.length > 0) && (
        <Picked
          label={t("plan.exclusions")}
          prompts={[t("plan.nobody"), t("plan.another")]}
          choices={lists.map(({ id, name }) => ({
            id,
            name,
            shown: (
              <Link key={id} to="/settings/exclusions">
                {name}
              </Link>
            ),
          }))}
          value={draft.exclusions}
          error={errors.exclusions}
          onChange={(picked) => onChange({ ...draft, exclusions: picked })}
        />
      )}
      <NativeSelect
        label={t("plan.purpose")}
        description={t("plan.purposeHint")}
        data={[
          ...STANDARD.map((value) => ({ value: value as string, label: t(`plan.purposes.${value}`) })),
          ...purposes
            .filter((one) => !STANDARD.some((standard) => standard === one.key))
            .map((one) => ({ value: one.key, label: label(one.label) })),
        ]}
        value={draft.purpose}
        error={errors.purpose}
        onChange={(event) => onChange({ ...draft, purpose: event.currentTarget.value })}
      />
    </Part>
  );
}
