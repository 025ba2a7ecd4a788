import { ActionIcon, Button, Group, Select, Text } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ObjectDocument } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { DesignProblem } from "../design/DesignProblem";
import { SaveBar } from "../design/SaveBar";
import { Sortable } from "../design/Sortable";
import { useDraft } from "../design/useDraft";
import { isDesigned } from "../fields/types";
import { useLayoutActs } from "./useLayoutActs";

/** Too long or too deep for a cell. */
const NEVER = new Set(["long_text", "rich_text", "lines"]);

/** The columns that everybody's list begins with; each person's own views are theirs. */
export function ColumnsTab({ object }: { object: ObjectDocument }) {
  const { t, label } = useWords("admin");
  const acts = useLayoutActs(object);
  const { draft, change, reset, problem, isBusy, isDirty, submit } = useDraft(
    { columns: object.columns },
    ({ columns }) => acts.saveColumns(columns),
  );
  const { columns } = draft;
  const say = (next: string[]) => change({ columns: next });
  const nameOf = (name: string) => label(object.fields.find((field) => field.name === name)?.label) || name;
  const rest = object.fields.filter(
    (field) =>
      (isDesigned(field) || field.system) && !field.hidden && !NEVER.has(field.type) && !columns.includes(field.name),
  );
  return (
    <>
      <Text c="dimmed" mb="sm">
        {t("layout.listText")}
      </Text>
      <Sortable items={columns} label={t("layout.columns")} idOf={(name) => name} nameOf={nameOf} onChange={say}>
        {(name) => (
          <>
            <Text flex={1} truncate>
              {nameOf(name)}
            </Text>
            {columns.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t("layout.removeColumn", { name: nameOf(name) })}
                onClick={() => say(columns.filter((one) => one !== name))}
              >
                <IconX size={16} />
              </ActionIcon>
            )}
          </>
        )}
      </Sortable>
      <Group mt="sm" gap="xs">
        <Select
          w={260}
          aria-label={t("layout.addColumn")}
          placeholder={t("layout.addColumn")}
          searchable
          value={null}
          data={rest.map((field) => ({ value: field.name, label: label(field.label) }))}
          onChange={(name) => name && say([...columns, name])}
        />
        <Button variant="subtle" color="gray" onClick={acts.resetColumns}>
          {t("layout.usualColumns")}
        </Button>
      </Group>
      <DesignProblem problem={problem} />
      <SaveBar isDirty={isDirty} isBusy={isBusy} onSave={() => submit()} onDiscard={() => reset()} />
    </>
  );
}
