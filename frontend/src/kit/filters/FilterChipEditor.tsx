import { Popover } from "@mantine/core";
import { cloneElement, type ReactElement, type Ref, useEffect, useRef, useState } from "react";
import { ConditionEditor } from "./ConditionEditor";
import classes from "./Filters.module.css";
import type { Condition } from "./tree";
import type { FilterField } from "./useFilterField";

interface Props {
  /** The chip. */
  target: ReactElement;
  known: FilterField;
  condition: Condition;
  isNew: boolean;
  opened: boolean;
  onToggle(opened: boolean): void;
  onChange(condition: Condition): void;
}

/** Lists and calendars of an editor open outside it, and are no place else. */
const isOutside = (target: EventTarget | null) =>
  target instanceof Element && !target.closest("[data-portal], [data-mantine-shared-portal-node], [data-chip]");

/** What a press on a chip opens. */
export function FilterChipEditor({ target, known, condition, isNew, opened, onToggle, onChange }: Props) {
  const [isReady, setReady] = useState(false);
  const chip = useRef<HTMLElement>(null);
  useEffect(() => {
    // The chip that is there now takes the focus, and gets it back.
    chip.current?.querySelector("button")?.focus();
    setReady(true);
  }, []);
  const toggle = useRef(onToggle);
  toggle.current = onToggle;
  useEffect(() => {
    if (!opened) return;
    const press = (event: Event) => isOutside(event.target) && toggle.current(false);
    document.addEventListener("pointerdown", press);
    return () => document.removeEventListener("pointerdown", press);
  }, [opened]);
  return (
    <Popover
      opened={opened && isReady}
      onChange={onToggle}
      position="bottom-start"
      trapFocus
      returnFocus
      closeOnClickOutside={false}
      shadow="md"
    >
      <Popover.Target>{cloneElement(target as ReactElement<{ ref?: Ref<HTMLElement> }>, { ref: chip })}</Popover.Target>
      <Popover.Dropdown p="xs" className={classes.dropdown} aria-label={known.name}>
        <ConditionEditor
          field={known.field}
          name={known.name}
          condition={condition}
          autoFocus={isNew}
          onChange={onChange}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
