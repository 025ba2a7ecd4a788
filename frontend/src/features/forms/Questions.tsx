import { ActionIcon, Button, Checkbox, Group, Text, TextInput, Title } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { lazy } from "react";
import type { AskedField } from "@/api/forms";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";
import type { CompiledObject } from "@/metadata/compile";
import { askable, moved, mustAsk } from "./draft";
import classes from "./Forms.module.css";

const loadAdd = () => import("./AddQuestionDrop");
const AddQuestionDrop = lazy(() => loadAdd().then((module) => ({ default: module.AddQuestionDrop })));

interface Props {
  object: CompiledObject;
  fields: readonly AskedField[];
  errors: Record<string, string>;
  onChange(fields: AskedField[]): void;
}

/** What the form asks, in its order: fields of the record that it makes, each in words of its own if need be. */
export function Questions({ object, fields, errors, onChange }: Props) {
  const { t, inner } = useWords("forms");
  const asked = new Set(fields.map((one) => one.field));
  const left = askable(object).filter((field) => !asked.has(field.name));
  const add = (field: string) => onChange([...fields, { field }]);
  const change = (place: number, part: Partial<AskedField>) =>
    onChange(fields.map((one, at) => (at === place ? { ...one, ...part } : one)));
  return (
    <section aria-label={t("forms.questions")}>
      <Title order={2} size="h4">
        {t("forms.questions")}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t("forms.questionsHint", { object: inner(object.label) })}
      </Text>
      {errors.fields && (
        <Text size="sm" className={classes.wrong} role="alert">
          {errors.fields}
        </Text>
      )}
      <ol className={classes.questions}>
        {fields.map((one, place) => (
          <Question
            key={one.field}
            object={object}
            asked={one}
            error={errors[`fields.${place}.field`] ?? errors[`fields.${place}.label`]}
            onChange={(part) => change(place, part)}
            onUp={place > 0 ? () => onChange(moved(fields, place, place - 1)) : undefined}
            onDown={place < fields.length - 1 ? () => onChange(moved(fields, place, place + 1)) : undefined}
            onRemove={() => onChange(fields.filter((_, at) => at !== place))}
          />
        ))}
      </ol>
      {left.length > 0 && (
        <OnPress
          target={
            <Button variant="default" size="sm" leftSection={<IconPlus size={16} />}>
              {t("forms.addQuestion")}
            </Button>
          }
          menu={AddQuestionDrop}
          load={loadAdd}
          menuProps={{ fields: left, onAdd: add }}
        />
      )}
    </section>
  );
}

interface QuestionProps {
  object: CompiledObject;
  asked: AskedField;
  error: string | undefined;
  onChange(part: Partial<AskedField>): void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove(): void;
}

function Question({ object, asked, error, onChange, onUp, onDown, onRemove }: QuestionProps) {
  const { t, label } = useWords("forms");
  const field = object.fields.get(asked.field);
  const name = label(field?.label) || asked.field;
  const isNeeded = field ? mustAsk(field) : false;
  return (
    <li className={classes.question} data-refused={error ? true : undefined}>
      <Group gap={4} wrap="nowrap" justify="space-between">
        <Text fw={550} size="sm" truncate="end">
          {name}
        </Text>
        <Group gap={0} wrap="nowrap">
          <Act icon={IconArrowUp} words={t("forms.up", { name })} run={onUp} />
          <Act icon={IconArrowDown} words={t("forms.down", { name })} run={onDown} />
          <Act icon={IconTrash} words={t("forms.removeQuestion", { name })} run={isNeeded ? undefined : onRemove} />
        </Group>
      </Group>
      <div className={classes.asked}>
        <TextInput
          aria-label={t("forms.labelOf", { name })}
          placeholder={name}
          maxLength={200}
          value={asked.label ?? ""}
          error={error}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
        <Checkbox
          label={t("forms.required")}
          aria-label={t("forms.requiredOf", { name })}
          checked={isNeeded || Boolean(asked.required)}
          disabled={isNeeded}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
      </div>
    </li>
  );
}

interface ActProps {
  icon: typeof IconTrash;
  words: string;
  run: (() => void) | undefined;
}

function Act({ icon: Icon, words, run }: ActProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={30}
      aria-label={words}
      title={words}
      disabled={!run}
      style={run ? undefined : { visibility: "hidden" }}
      onClick={run}
    >
      <Icon size={16} />
    </ActionIcon>
  );
}
