import { Button, Checkbox, Group, Select, Stack, TagsInput, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useBulk, useBulkPreview } from "@/api/bulk";
import { useTags } from "@/api/tags";
import type { BulkWish } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { clean } from "@/fields/registry";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { FieldInput } from "@/kit/form/FieldInput";
import { useOnce } from "@/kit/useOnce";
import type { CompiledObject } from "@/metadata/compile";
import { followJob } from "../jobs/JobNotice";
import { showProblem } from "../notices";
import { errorTexts, problemText } from "../problemText";
import { BulkSample } from "./BulkSample";
import { BLANK, type BulkEdit, type BulkForm, fieldsToEdit, wishOf } from "./bulkEdit";

interface Props {
  object: CompiledObject;
  action: BulkEdit;
  target: BulkWish["target"];
  onClose(): void;
  onStarted(): void;
}

/** One edit of many records: what it is, how many it is about, how the first of them will look; then it goes as a job. */
export function BulkDialog({ object, action, target, onClose, onStarted }: Props) {
  const { t, inner } = useWords("lists");
  const formats = useFormats();
  const [form, setForm] = useState<BulkForm>(BLANK);
  const [fires, setFires] = useState(false);
  const wish = wishOf(object, action, target, form);
  const [asked] = useDebouncedValue(wish, 250);
  const preview = useBulkPreview(wish && asked ? asked : undefined);
  const bulk = useBulk();
  const once = useOnce();
  const told = wish ? preview.data : undefined;
  const count = told?.count ?? ("ids" in target ? target.ids.length : 0);
  const n = told && !told.exact ? t("bulk.atLeast", { n: formats.number(count) }) : formats.number(count);
  const name = inner(count === 1 ? object.label : object.labelPlural);
  const errors = errorTexts(preview.error, t);
  const own = Object.fromEntries(
    Object.entries(errors).map(([path, words]) => [path.replace(/^changes\./, ""), words]),
  );

  const start = async () => {
    if (!wish) return;
    try {
      const sent = fires ? { ...wish, fire_automations: true } : wish;
      followJob(await once(sent, (key) => bulk.mutateAsync({ wish: sent, key })));
      onStarted();
      onClose();
    } catch (problem) {
      showProblem(problem);
    }
  };

  return (
    <Dialog
      onClose={onClose}
      size="lg"
      title={t(`bulk.title.${action}`, { name: inner(object.labelPlural) })}
      centered={false}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          start();
        }}
      >
        <Stack>
          <Asked object={object} action={action} form={form} errors={own} onChange={setForm} />
          {action === "delete" ? (
            <Text size="sm">{t("bulk.deleteTold")}</Text>
          ) : (
            <Checkbox
              label={t("bulk.fire")}
              checked={fires}
              onChange={(event) => setFires(event.currentTarget.checked)}
            />
          )}
          {wish && preview.isError && Object.keys(own).every((path) => !object.fields.has(path)) && (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {problemText(preview.error, t)}
            </Text>
          )}
          {told && <BulkSample object={object} preview={told} isDelete={action === "delete"} />}
          <Group justify="space-between" wrap="wrap-reverse">
            <Text size="xs" c="dimmed">
              {t("bulk.undoTold")}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("actions.cancel")}
              </Button>
              <Button
                type="submit"
                color={action === "delete" ? "pimenton" : undefined}
                disabled={!wish || preview.isError || told?.count === 0}
                loading={bulk.isPending}
              >
                {wish && !told && !preview.isError && "filter" in target
                  ? t("bulk.counting")
                  : t(`bulk.run.${action}`, { count, n, name })}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface AskedProps {
  object: CompiledObject;
  action: BulkEdit;
  form: BulkForm;
  errors: Record<string, string>;
  onChange(form: BulkForm): void;
}

function Asked({ object, action, form, errors, onChange }: AskedProps) {
  if (action === "update") return <AskedField object={object} form={form} errors={errors} onChange={onChange} />;
  if (action === "transfer") return <AskedOwner form={form} onChange={onChange} />;
  return action === "delete" ? null : <AskedTags form={form} onChange={onChange} />;
}

function AskedField({ object, form, errors, onChange }: Omit<AskedProps, "action">) {
  const { t, label } = useWords("lists");
  const fields = fieldsToEdit(object);
  const field = fields.find((one) => one.name === form.field);
  return (
    <>
      <Select
        label={t("bulk.field")}
        data={fields.map((one) => ({ value: one.name, label: label(one.label) }))}
        value={form.field}
        searchable
        data-autofocus
        allowDeselect={false}
        onChange={(name) => onChange({ ...form, field: name, value: null })}
      />
      {field && (
        <FieldInput
          key={field.name}
          field={field}
          value={form.value}
          errors={errors}
          onChange={(value) => onChange({ ...form, value: clean(field, value) === null ? null : value })}
        />
      )}
    </>
  );
}

function AskedOwner({ form, onChange }: Pick<AskedProps, "form" | "onChange">) {
  const { t } = useWords("lists");
  const users = useUsers().filter((user) => user.status === "active");
  return (
    <Select
      label={t("bulk.owner")}
      data={users.map((user) => ({ value: user.id, label: userName(user) }))}
      value={form.owner}
      searchable
      data-autofocus
      allowDeselect={false}
      onChange={(owner) => onChange({ ...form, owner })}
    />
  );
}

function AskedTags({ form, onChange }: Pick<AskedProps, "form" | "onChange">) {
  const { t } = useWords("lists");
  const known = useTags().data ?? [];
  return (
    <TagsInput
      label={t("bulk.tags")}
      data={known.map((one) => one.tag)}
      value={form.tags}
      data-autofocus
      acceptValueOnBlur
      splitChars={[",", ";", "|"]}
      onChange={(tags) => onChange({ ...form, tags })}
    />
  );
}
