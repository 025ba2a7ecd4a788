import { Button, CloseButton } from "@mantine/core";
import { lazy, Suspense, useRef } from "react";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { ConditionText } from "./ConditionText";
import classes from "./Filters.module.css";
import { FilterText } from "./FilterText";
import { type Condition, isCondition } from "./tree";
import { useFilterField } from "./useFilterField";

const FilterChipEditor = lazy(() =>
  import("./FilterChipEditor").then((module) => ({ default: module.FilterChipEditor })),
);

interface Props {
  object: CompiledObject;
  condition: Condition;
  isComplete: boolean;
  opened: boolean;
  onToggle(opened: boolean): void;
  onChange(condition: Condition): void;
  onRemove(): void;
}

/** One condition: told in words, changed by pressing it. */
export function FilterChip({ object, condition, isComplete, opened, onToggle, onChange, onRemove }: Props) {
  const known = useFilterField(object, condition.field);
  const wasOpened = useRef(false);
  wasOpened.current ||= opened;
  const name = known?.name ?? condition.field;
  const chip = (
    <Button.Group className={classes.chip} data-chip>
      <Button
        variant={isComplete ? "light" : "default"}
        size="sm"
        miw={0}
        classNames={{ label: classes.label }}
        aria-expanded={opened}
        onClick={() => onToggle(!opened)}
      >
        {isComplete ? <ConditionText object={object} condition={condition} /> : name}
      </Button>
      {isComplete && <Remove name={name} onRemove={onRemove} />}
    </Button.Group>
  );
  if (!wasOpened.current || !known) return chip;
  return (
    <Suspense fallback={chip}>
      <FilterChipEditor
        target={chip}
        known={known}
        condition={condition}
        isNew={!isComplete}
        opened={opened}
        onToggle={onToggle}
        onChange={onChange}
      />
    </Suspense>
  );
}

interface GroupProps {
  object: CompiledObject;
  filter: Filter;
  onOpen(): void;
  onRemove(): void;
}

/** Conditions that belong together: told in words, changed in the builder. */
export function GroupChip({ object, filter, onOpen, onRemove }: GroupProps) {
  const { t } = useWords("filters");
  if (isCondition(filter)) return null;
  return (
    <Button.Group className={classes.chip}>
      <Button variant="light" size="sm" miw={0} classNames={{ label: classes.label }} onClick={onOpen}>
        <FilterText object={object} filter={filter} />
      </Button>
      <Remove name={t("filter.group")} onRemove={onRemove} />
    </Button.Group>
  );
}

function Remove({ name, onRemove }: { name: string; onRemove(): void }) {
  const { t } = useWords("filters");
  return (
    <Button variant="light" size="sm" px={6} aria-label={t("list.clearFilter", { name })} onClick={onRemove}>
      <CloseButton component="span" size="xs" tabIndex={-1} aria-hidden />
    </Button>
  );
}
