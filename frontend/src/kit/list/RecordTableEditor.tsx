import { ActionIcon, Group, Popover } from "@mantine/core";
import { IconCheck, IconX } from "@tabler/icons-react";
import { type FocusEvent, type KeyboardEvent, Suspense, useLayoutEffect, useRef, useState } from "react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { clean, kitOf } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { errorsBelow } from "@/kit/problemText";
import { sameValue } from "@/metadata/sameValue";
import type { Editing, Editor, Onward } from "./RecordListEditing";
import classes from "./RecordTableEditor.module.css";

interface Props {
  field: FieldMeta;
  record: RecordRow;
  typed: Editing["typed"];
  editor: Editor;
}

/**
 * A cell that turned into its input. Enter saves and stays, Tab saves and goes on to the next cell, Esc goes back; a value
 * of several parts opens below its cell and is saved by its button.
 */
export function CellEditor(props: Props) {
  const { field, editor } = props;
  if (kitOf(field).commit !== "button")
    return (
      <div className={classes.over} data-editor>
        <Fields {...props} />
      </div>
    );
  return (
    <Popover
      opened
      position="bottom-start"
      trapFocus
      returnFocus={false}
      width={340}
      offset={2}
      withinPortal
      closeOnEscape={false}
      onDismiss={() => editor.leave("stay")}
    >
      <Popover.Target>
        <span className={classes.anchor} data-editor />
      </Popover.Target>
      <Popover.Dropdown p="sm" data-editor>
        <Fields {...props} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** What an input opens beside itself, such as a list of options or a calendar. */
const BESIDE = "[data-portal], [role=listbox], [role=dialog], .mantine-Popover-dropdown";

function Fields({ field, record, typed, editor }: Props) {
  const { t } = useWords();
  const kit = kitOf(field);
  const Input = kit.input;
  const [value, setValue] = useState<unknown>(typed ? typed.value : record[field.name]);
  const [errors, setErrors] = useState(typed?.errors ?? {});
  const isOver = useRef(false);

  const save = (next: unknown, then: Onward) => {
    if (isOver.current) return;
    const cleaned = clean(field, next);
    if (sameValue(cleaned, record[field.name])) return leave(then);
    if (field.required && cleaned === null) return setErrors({ [field.name]: t("fieldErrors.required") });
    isOver.current = true;
    editor.save(record, field, cleaned, then);
  };
  const leave = (then: Onward) => {
    if (isOver.current) return;
    isOver.current = true;
    editor.leave(then);
  };

  const keys = (event: KeyboardEvent) => {
    // What is typed here is for the input alone, not for the grid around it.
    if (event.key !== "Tab") event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") leave("stay");
    else if (event.key === "Enter" && (kit.commit === "leave" || event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      save(value, "stay");
    } else if (event.key === "Tab" && kit.commit !== "button") {
      event.preventDefault();
      event.stopPropagation();
      save(value, event.shiftKey ? "previous" : "next");
    }
  };
  const left = (event: FocusEvent<HTMLDivElement>) => {
    const to = event.relatedTarget;
    if (kit.commit === "button" || event.currentTarget.contains(to) || to?.closest(BESIDE)) return;
    if (kit.commit === "leave") save(value, "stay");
    else if (to) leave("stay");
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its input lets through
    <div className={classes.fields} onKeyDown={keys} onBlur={left}>
      <Suspense fallback={<div className={classes.coming} />}>
        <Input
          field={field}
          value={value as never}
          error={errors[field.name]}
          errors={errorsBelow(errors, field.name)}
          record={record}
          autoFocus
          onChange={(next: unknown) => {
            setValue(next);
            setErrors({});
            if (kit.commit === "change") save(next, "stay");
          }}
        />
        <Ready opens={kit.commit === "change"} />
      </Suspense>
      {kit.commit === "button" && (
        <Group gap={4} justify="flex-end" mt="xs">
          <ActionIcon variant="default" size={30} aria-label={t("actions.cancel")} onClick={() => leave("stay")}>
            <IconX size={16} />
          </ActionIcon>
          <ActionIcon size={30} aria-label={t("actions.save")} onClick={() => save(value, "stay")}>
            <IconCheck size={16} />
          </ActionIcon>
        </Group>
      )}
    </div>
  );
}

const INPUTS = "input:not([type=hidden]), textarea, [contenteditable=true], [role=radio]";

/** Gives the focus to the input once it has come, its text chosen, its list of options open. */
function Ready({ opens }: { opens: boolean }) {
  const here = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const input = here.current?.parentElement?.querySelector<HTMLElement>(INPUTS);
    if (!input) return;
    input.focus({ preventScroll: true });
    if (input instanceof HTMLInputElement && input.type === "text") input.select();
    if (opens && input.getAttribute("aria-haspopup") === "listbox") input.click();
  }, [opens]);
  return <span ref={here} hidden />;
}
