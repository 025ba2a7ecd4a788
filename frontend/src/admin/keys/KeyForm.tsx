import { Checkbox, NativeSelect, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useCreateApiKey } from "@/api/apiKeys";
import { useObjects } from "@/api/objects";
import { useRoles } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { NameInput } from "@/kit/NameInput";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { expiryIn } from "@/lib/expiry";
import classes from "./Keys.module.css";
import { KINDS, type Kind, LIVES, scopesOf, toggled } from "./scopes";

interface Props {
  onMade(secret: string): void;
  onClose(): void;
}

/** Asks what the key is for, what it may do, as whom and for how long. */
export function KeyForm({ onMade, onClose }: Props) {
  const { t, label } = useWords("admin");
  const create = useCreateApiKey();
  const roles = useRoles().data?.filter((role) => role.key !== "admin") ?? [];
  const once = useOnce();
  const [now] = useState(Date.now);
  const initial = { name: "", kind: "read" as Kind, scopes: [] as string[], role: "manager", expires_at: "90" };
  const form = useForm(initial, async ({ name, kind, scopes, role, expires_at }) => {
    const wanted = {
      name: name.trim(),
      scopes: scopesOf(kind, scopes),
      role,
      expires_at: expiryIn(Number(expires_at), now),
    };
    const made = await once(wanted, (key) => create.mutateAsync({ ...wanted, once: key }));
    onMade(made.secret);
  });
  const { values, errors, change } = form;
  const lacksScope = values.kind === "some" && values.scopes.length === 0;
  return (
    <DialogForm form={form} verb={t("apiKeys.create")} isReady={!lacksScope} onClose={onClose}>
      <NameInput
        label={t("apiKeys.name")}
        description={t("apiKeys.nameText")}
        data-autofocus
        values={values}
        errors={errors}
        onChange={change}
      />
      <Radio.Group
        label={t("apiKeys.access")}
        value={values.kind}
        error={errors.scopes}
        onChange={(kind) => change({ kind: kind as Kind })}
      >
        <Stack gap={8} mt={6}>
          {KINDS.map((kind) => (
            <Radio
              key={kind}
              value={kind}
              label={t(`apiKeys.kinds.${kind}`)}
              description={t(`apiKeys.kindTexts.${kind}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {values.kind === "some" && <ObjectScopes scopes={values.scopes} onChange={(scopes) => change({ scopes })} />}
      <NativeSelect
        label={t("apiKeys.role")}
        description={t("apiKeys.roleText")}
        data={roles.map((role) => ({ value: role.key, label: label(role.label) }))}
        value={values.role}
        error={errors.role}
        onChange={(event) => change({ role: event.currentTarget.value })}
      />
      <NativeSelect
        label={t("apiKeys.expires")}
        data={LIVES.map((days) => ({
          value: String(days),
          label: days === 365 ? t("apiKeys.year") : t("apiKeys.days", { count: days }),
        }))}
        value={values.expires_at}
        error={errors.expires_at}
        onChange={(event) => change({ expires_at: event.currentTarget.value })}
      />
      {lacksScope && (
        <Text size="sm" c="dimmed">
          {t("apiKeys.chooseSome")}
        </Text>
      )}
    </DialogForm>
  );
}

function ObjectScopes({ scopes, onChange }: { scopes: string[]; onChange(scopes: string[]): void }) {
  const { t, label, inner } = useWords("admin");
  return (
    <div className={classes.objects} role="group" aria-label={t("apiKeys.objects")}>
      {useObjects().map((object) => {
        const name = inner(object.label_plural);
        return (
          <div key={object.plural} className={classes.object}>
            <Text className={classes.objectName} truncate="end">
              {label(object.label_plural)}
            </Text>
            {(["read", "write"] as const).map((verb) => (
              <Checkbox
                key={verb}
                label={t(verb === "read" ? "apiKeys.read" : "apiKeys.write")}
                aria-label={t(verb === "read" ? "apiKeys.reads" : "apiKeys.writes", { object: name })}
                checked={scopes.includes(`${object.plural}:${verb}`)}
                onChange={(event) => onChange(toggled(scopes, object.plural, verb, event.currentTarget.checked))}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}
