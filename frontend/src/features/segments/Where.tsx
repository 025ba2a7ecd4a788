import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { draftOf, filterOfDraft, type GroupNode, newCondition } from "@/kit/filters/draft";
import { FilterGroup, type PredicateParts } from "@/kit/filters/FilterGroup";
import { fieldAt } from "@/kit/filters/fieldAt";
import { startOf } from "@/kit/filters/operators";
import { filterable } from "@/kit/filters/useFilterField";
import { useLinked } from "@/kit/filters/useLinked";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./Segments.module.css";

interface Props {
  object: CompiledObject;
  filter: Filter | null | undefined;
  predicates?: PredicateParts | undefined;
  onChange(filter: Filter | null): void;
}

/** What is demanded of related records before they count. */
export function Where({ object, filter, predicates, onChange }: Props) {
  const { t } = useWords("segments");
  const linked = useLinked(object);
  const [draft, setDraft] = useState<GroupNode | null>(filter ? draftOf(filter) : null);
  const first = filterable(object)[0];
  const change = (next: GroupNode) => {
    setDraft(next.members.length ? next : null);
    onChange(filterOfDraft(next, (path) => fieldAt(object, linked, path)) ?? null);
  };
  if (!draft)
    return (
      <Button
        mt={4}
        variant="subtle"
        size="compact-sm"
        leftSection={<IconPlus size={14} />}
        disabled={!first}
        onClick={() => first && setDraft({ ...draftOf(undefined), members: [newCondition(startOf(first))] })}
      >
        {t("segments.addWhere")}
      </Button>
    );
  return (
    <section className={classes.where} aria-label={t("segments.where")}>
      <FilterGroup object={object} linked={linked} group={draft} depth={1} predicates={predicates} onChange={change} />
    </section>
  );
}
