import { Group, Select, Stack, Textarea } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useRef } from "react";
import { useTried } from "@/api/designs";
import type { ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import classes from "./Fields.module.css";
import { CALLS, usableIn } from "./formulas";
import { TriedView } from "./TriedView";

interface Props {
  object: ObjectDocument;
  /** The field that is changed, so that it is not taken for one it is computed from. */
  name: string;
  value: string;
  onChange(value: string): void;
  error?: string | undefined;
}

const PAUSE = 350;

/** A formula with what it may use at hand, checked and computed on real records while it is written. */
export function FormulaInput({ object, name, value, onChange, error }: Props) {
  const { t, label } = useWords("admin");
  const input = useRef<HTMLTextAreaElement>(null);
  const [formula] = useDebouncedValue(value.trim(), PAUSE);
  const tried = useTried(object.plural, formula ? { ...(name ? { name } : {}), formula } : null);
  const insert = (text: string) => {
    const area = input.current;
    const [start, end] = [area?.selectionStart ?? value.length, area?.selectionEnd ?? value.length];
    onChange(value.slice(0, start) + text + value.slice(end));
    const inside = text.indexOf("(") + 1;
    const caret = start + (inside || text.length);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  };
  const fields = object.fields.filter((field) => field.name !== name && usableIn(field));
  return (
    <Stack gap={8}>
      <Textarea
        ref={input}
        className={classes.mono}
        label={t("fieldForm.formula")}
        description={t("fieldForm.formulaHelp")}
        required
        autosize
        minRows={3}
        maxRows={10}
        maxLength={1000}
        spellCheck={false}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group grow>
        <Select
          aria-label={t("fieldForm.insertField")}
          placeholder={t("fieldForm.insertField")}
          searchable
          value={null}
          data={fields.map((field) => ({ value: field.name, label: label(field.label) }))}
          onChange={(picked) => picked && insert(picked)}
        />
        <Select
          aria-label={t("fieldForm.insertFunction")}
          placeholder={t("fieldForm.insertFunction")}
          searchable
          value={null}
          data={CALLS.map(({ kind, calls }) => ({ group: t(`fieldForm.calls.${kind}`), items: calls }))}
          onChange={(picked) => picked && insert(picked)}
        />
      </Group>
      {formula && <TriedView tried={tried.data} isStale={formula !== value.trim() || tried.isPlaceholderData} />}
    </Stack>
  );
}
