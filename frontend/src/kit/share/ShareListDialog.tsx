import { Anchor, Checkbox, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type SharedList, useShareList } from "@/api/sharedLists";
import type { FieldMeta, Language } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Copyable } from "@/kit/Copyable";
import { Dialog } from "@/kit/Dialog";
import { DialogForm } from "@/kit/DialogForm";
import { filterOf, type ListSearch } from "@/kit/list/listState";
import { columnsOf, columnsOffered } from "@/kit/list/RecordListColumns";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { expiryIn } from "@/lib/expiry";
import type { CompiledObject } from "@/metadata/compile";
import classes from "./ShareListDialog.module.css";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onClose(): void;
}

const LIVES = [7, 30, 90, 365];
const LONGEST = 120;
/** What a list has no room for. */
const TOO_LONG = new Set(["long_text", "rich_text", "file", "lines"]);

const offered = (object: CompiledObject): FieldMeta[] =>
  columnsOffered(object).filter((field) => !TOO_LONG.has(field.type));

/** Shares the list with somebody outside: what it is called, for whom, which columns, until when; then its link. */
export function ShareListDialog({ object, search, onClose }: Props) {
  const { t } = useWords("sharedLists");
  const [made, setMade] = useState<SharedList>();
  return (
    <Dialog onClose={onClose} title={t("sharedLists.share")} centered={false}>
      {made ? <Made made={made} /> : <Asked object={object} search={search} onClose={onClose} onMade={setMade} />}
    </Dialog>
  );
}

function Asked({ object, search, onClose, onMade }: Props & { onMade(made: SharedList): void }) {
  const { t, label, language } = useWords("sharedLists");
  const share = useShareList();
  const once = useOnce();
  const [now] = useState(Date.now);
  const columns = offered(object);
  const shown = columnsOf(object, search).filter((field) => columns.includes(field));
  const initial = {
    title: label(object.labelPlural),
    recipient: "",
    fields: shown.map((field) => field.name),
    days: "30",
    language: language as Language,
  };
  const form = useForm(initial, async ({ title, recipient, fields, days, language: spoken }) => {
    const filter = filterOf(object, search);
    const wish = {
      object: object.plural,
      title: title.trim(),
      recipient: recipient.trim(),
      fields: columns.flatMap((field) => (fields.includes(field.name) ? [field.name] : [])),
      expires_at: expiryIn(Number(days), now),
      language: spoken,
      ...(filter ? { filter } : {}),
      ...(search.sort ? { sort: search.sort } : {}),
    };
    onMade(await once(wish, (key) => share.mutateAsync({ ...wish, once: key })));
  });
  const { values, errors, change } = form;
  const isReady = Boolean(values.title.trim() && values.recipient.trim() && values.fields.length);
  return (
    <DialogForm form={form} verb={t("sharedLists.make")} isReady={isReady} onClose={onClose}>
      <TextInput
        required
        data-autofocus
        label={t("sharedLists.recipient")}
        description={t("sharedLists.recipientText")}
        maxLength={LONGEST}
        value={values.recipient}
        error={errors.recipient}
        onChange={(event) => change({ recipient: event.currentTarget.value })}
      />
      <TextInput
        required
        label={t("sharedLists.title")}
        maxLength={LONGEST}
        value={values.title}
        error={errors.title}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <Checkbox.Group
        label={t("sharedLists.columns")}
        description={t("sharedLists.columnsText")}
        value={values.fields}
        error={errors.fields}
        onChange={(fields) => change({ fields })}
      >
        <div className={classes.columns}>
          {columns.map((field) => (
            <Checkbox key={field.name} value={field.name} label={label(field.label)} />
          ))}
        </div>
      </Checkbox.Group>
      <NativeSelect
        label={t("sharedLists.until")}
        data={LIVES.map((days) => ({
          value: String(days),
          label: days === 365 ? t("sharedLists.year") : t("sharedLists.days", { count: days }),
        }))}
        value={values.days}
        error={errors.expires_at}
        onChange={(event) => change({ days: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("sharedLists.language")}
        data={[
          { value: "es", label: t("sharedLists.es") },
          { value: "en", label: t("sharedLists.en") },
        ]}
        value={values.language}
        onChange={(event) => change({ language: event.currentTarget.value as Language })}
      />
      <Text size="sm" c="dimmed">
        {t(search.q ? "sharedLists.notSearched" : "sharedLists.live")}
      </Text>
    </DialogForm>
  );
}

function Made({ made }: { made: SharedList }) {
  const { t } = useWords("sharedLists");
  return (
    <Stack role="status">
      <Copyable
        label={t("sharedLists.link")}
        text={made.url ?? ""}
        hint={t("sharedLists.linkText", { name: made.recipient })}
      />
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/shared-lists" />}>
        {t("sharedLists.all")}
      </Anchor>
    </Stack>
  );
}
