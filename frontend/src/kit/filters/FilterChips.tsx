import { Button } from "@mantine/core";
import { IconFilter } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import type { FieldMeta, Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { OnPress } from "../OnPress";
import { FilterChip, GroupChip } from "./FilterChip";
import { fieldAt } from "./fieldAt";
import { asked, isComplete, startOf } from "./operators";
import { type Condition, conjuncts, isCondition, joined } from "./tree";

const loadMenu = () => import("./FilterMenu");
const FilterMenu = lazy(() => loadMenu().then((module) => ({ default: module.FilterMenu })));
const FilterBuilder = lazy(() => import("./FilterBuilder").then((module) => ({ default: module.FilterBuilder })));

interface Props {
  object: CompiledObject;
  filter: Filter | undefined;
  onChange(filter: Filter | undefined): void;
}

/** A condition being changed: where it stands among the others, and what it says so far. */
interface Draft {
  place: number;
  condition: Condition;
}

/** The conditions of a list, one chip each, and the way to another. */
export function FilterChips({ object, filter, onChange }: Props) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [isBuilding, setBuilding] = useState(false);
  const all = conjuncts(filter);
  const shown: Filter[] = draft && draft.place === all.length ? [...all, draft.condition] : all;

  const change = (place: number, condition: Condition) => {
    setDraft({ place, condition });
    const field = fieldAt(object, [], condition.field);
    const others = all.toSpliced(place, 1);
    if (isComplete(condition))
      onChange(joined(others.toSpliced(place, 0, field ? asked(field, condition) : condition)));
    else if (place < all.length && Array.isArray(condition.value) && !condition.value.length) {
      onChange(joined(others));
      setDraft({ place: others.length, condition });
    }
  };
  const begin = (condition: Condition) => {
    setDraft({ place: all.length, condition });
    if (isComplete(condition)) onChange(joined([...all, condition]));
  };
  const remove = (place: number) => {
    setDraft(null);
    onChange(joined(all.toSpliced(place, 1)));
  };

  return (
    <>
      {shown.map((one, place) =>
        isCondition(one) ? (
          <FilterChip
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place alone
            key={place}
            object={object}
            condition={draft?.place === place ? draft.condition : one}
            isComplete={isComplete(draft?.place === place ? draft.condition : one)}
            opened={draft?.place === place}
            onToggle={(opened) => setDraft(opened ? { place, condition: one } : null)}
            onChange={(condition) => change(place, condition)}
            onRemove={() => remove(place)}
          />
        ) : (
          <GroupChip
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place alone
            key={place}
            object={object}
            filter={one}
            onOpen={() => setBuilding(true)}
            onRemove={() => remove(place)}
          />
        ),
      )}
      <OnPress
        target={
          <Button variant="subtle" color="gray" size="sm" leftSection={<IconFilter size={16} />}>
            {t("list.filter")}
          </Button>
        }
        menu={FilterMenu}
        load={loadMenu}
        menuProps={{
          object,
          onChoose: (field: FieldMeta) => begin(startOf(field)),
          onBuild: () => setBuilding(true),
        }}
      />
      {isBuilding && (
        <Suspense fallback={null}>
          <FilterBuilder object={object} filter={filter} onChange={onChange} onClose={() => setBuilding(false)} />
        </Suspense>
      )}
    </>
  );
}
