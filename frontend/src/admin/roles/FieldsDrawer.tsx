import { Button, Loader, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import type { RoleRow } from "@/api/roles";
import type { FieldMeta } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { SidePanel } from "@/kit/SidePanel";
import { fold } from "@/lib/locale";
import { accessTo, type FieldAccess, withField } from "./definition";
import classes from "./Roles.module.css";
import type { RoleDraft } from "./useRoleDraft";

interface Props {
  role: RoleRow;
  plural: string;
  draft: RoleDraft;
  onClose(): void;
}

/** Which fields of an object a role sees and changes; it acts when the role is saved. */
export function FieldsDrawer({ role, plural, draft, onClose }: Props) {
  const { t, label } = useWords("admin");
  const object = useMaybeObject(plural);
  const [words, setWords] = useState("");
  const fields = [...(object?.fields.values() ?? [])].filter(
    (field) => !(field.system && field.read_only) && fold(label(field.label)).includes(fold(words)),
  );
  return (
    <SidePanel
      onClose={onClose}
      size={440}
      title={t("roles.fieldsTitle", { object: object ? label(object.labelPlural) : plural, role: label(role.label) })}
    >
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t("roles.fieldsText")}
        </Text>
        <TextInput
          type="search"
          data-autofocus
          aria-label={t("roles.showFields")}
          placeholder={t("roles.showFields")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        {!object && <Loader size="sm" />}
        <ul className={classes.list}>
          {fields.map((field) => (
            <FieldLine key={field.name} plural={plural} field={field} draft={draft} />
          ))}
        </ul>
        <Button onClick={onClose}>{t("roles.done")}</Button>
      </Stack>
    </SidePanel>
  );
}

function FieldLine({ plural, field, draft }: { plural: string; field: FieldMeta; draft: RoleDraft }) {
  const { t, label } = useWords("admin");
  const access = accessTo(draft.now, plural, field.name);
  const offered: FieldAccess[] = field.system ? ["write", "read"] : ["write", "read", "none"];
  const choices = field.read_only ? offered.filter((one) => one !== "read") : offered;
  const name = label(field.label);
  return (
    <li className={classes.field}>
      <span>
        <Text>{name}</Text>
        {(field.system || field.read_only) && (
          <Text size="xs" c="dimmed">
            {t(field.system ? "roles.always" : "roles.kept")}
          </Text>
        )}
      </span>
      <NativeSelect
        size="sm"
        w={150}
        aria-label={t("roles.accessOf", { field: name })}
        value={access}
        data={choices.map((one) => ({
          value: one,
          label: t(`roles.access.${one === "write" && field.read_only ? "read" : one}`),
        }))}
        onChange={(event) => {
          const chosen = choices.find((one) => one === event.currentTarget.value);
          if (chosen) draft.change((now) => withField(now, plural, field.name, chosen));
        }}
      />
    </li>
  );
}
