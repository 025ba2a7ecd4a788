import { Button, MultiSelect, Radio, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useMe } from "@/api/me";
import { useRoles } from "@/api/roles";
import { useTeams } from "@/api/teams";
import type { SavedView, ViewValues } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { errorTexts, problemText } from "../problemText";

interface Props {
  /** The view that is there already; without one, another is made. */
  view?: SavedView;
  onSave(values: ViewValues): Promise<unknown>;
  onClose(): void;
}

const AUDIENCES = ["private", "teams", "roles", "everyone"] as const;
type Audience = (typeof AUDIENCES)[number];

/** A view's name, who else sees it, and whose lists begin with it. */
export function ViewDialog({ view, onSave, onClose }: Props) {
  const { t, label } = useWords("lists");
  const isAdmin = useMe().user.role === "admin";
  const teams = useTeams().data ?? [];
  const roles = useRoles().data ?? [];
  const [name, setName] = useState(view?.name ?? "");
  const [shared, setShared] = useState<Audience>(view?.shared ?? "private");
  const [names, setNames] = useState<string[]>(view?.shared_with ?? []);
  const [beginners, setBeginners] = useState<string[]>(view?.default_for ?? []);
  const [problem, setProblem] = useState<unknown>(null);
  const [isSaving, setSaving] = useState(false);
  const errors = errorTexts(problem, t);
  const roleData = roles.map((role) => ({ value: role.key, label: label(role.label) }));
  const isForSome = shared === "teams" || shared === "roles";
  const mayBegin = isAdmin && (shared === "everyone" || shared === "roles");

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim() || isSaving) return;
    setSaving(true);
    try {
      await onSave({
        name: name.trim(),
        shared,
        shared_with: isForSome ? names : [],
        ...(isAdmin ? { default_for: mayBegin ? beginners : [] } : {}),
      });
      onClose();
    } catch (refusal) {
      setProblem(refusal);
      setSaving(false);
    }
  };
  return (
    <Dialog onClose={onClose} title={t(view ? "views.editTitle" : "views.newTitle")}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t("views.name")}
            value={name}
            error={errors.name}
            maxLength={120}
            required
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Radio.Group
            label={t("views.audience")}
            value={shared}
            onChange={(next) => {
              setShared(AUDIENCES.find((one) => one === next) ?? "private");
              setNames([]);
            }}
          >
            <Stack gap={8} mt={6}>
              {AUDIENCES.filter((one) => one !== "teams" || teams.length || shared === "teams").map((one) => (
                <Radio key={one} value={one} label={t(`views.audiences.${one}`)} />
              ))}
            </Stack>
          </Radio.Group>
          {isForSome && (
            <MultiSelect
              label={t(`views.audiences.${shared}`)}
              data={shared === "teams" ? teams.map((team) => ({ value: team.id, label: team.name })) : roleData}
              value={names}
              error={errors.shared_with}
              searchable
              onChange={setNames}
            />
          )}
          {mayBegin && (
            <MultiSelect
              label={t("views.defaultFor")}
              description={t("views.defaultHint")}
              data={roleData}
              value={beginners}
              error={errors.default_for}
              onChange={setBeginners}
            />
          )}
          {problem !== null && Object.keys(errors).length === 0 && (
            <Text c="var(--mantine-color-error)" role="alert" size="sm">
              {problemText(problem, t)}
            </Text>
          )}
          <DialogFoot onClose={onClose}>
            <Button type="submit" loading={isSaving} disabled={!name.trim() || (isForSome && !names.length)}>
              {t(view ? "actions.saveChanges" : "views.saveNew")}
            </Button>
          </DialogFoot>
        </Stack>
      </form>
    </Dialog>
  );
}
