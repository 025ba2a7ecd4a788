import { Button, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { type Team, useCreateTeam, useDeleteTeam, useUpdateTeam } from "@/api/teams";
import { useUpdateUser, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { DialogForm } from "@/kit/DialogForm";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import type { Asked } from "./TeamsPage";
import { treeOf, within } from "./tree";

const INDENT = "\u2003";

interface Props {
  asked: Asked;
  teams: Team[];
  onClose(): void;
}

export function TeamDialogs({ asked, teams, onClose }: Props) {
  const { t } = useWords("admin");
  const title =
    asked.what === "create"
      ? asked.parent
        ? t("teams.createBelow", { name: asked.parent.name })
        : t("teams.createTitle")
      : t(asked.what === "change" ? "teams.editTitle" : "teams.deleteTitle", { name: asked.team.name });
  return (
    <Dialog onClose={onClose} title={title}>
      {asked.what === "create" && (
        <TeamForm team={null} parent={asked.parent?.id ?? null} teams={teams} onClose={onClose} />
      )}
      {asked.what === "change" && (
        <TeamForm team={asked.team} parent={asked.team.parent} teams={teams} onClose={onClose} />
      )}
      {asked.what === "delete" && <DeleteForm team={asked.team} teams={teams} onClose={onClose} />}
    </Dialog>
  );
}

interface FormProps {
  team: Team | null;
  parent: string | null;
  teams: Team[];
  onClose(): void;
}

function TeamForm({ team, parent, teams, onClose }: FormProps) {
  const { t } = useWords("admin");
  const create = useCreateTeam();
  const update = useUpdateTeam();
  const closed = team ? within(teams, team.id) : new Set<string>();
  const form = useForm({ name: team?.name ?? "", parent: parent ?? "" }, async (values) => {
    const wanted = { name: values.name.trim(), parent: values.parent || null };
    if (team) {
      await update.mutateAsync({ id: team.id, ...wanted });
      showUndo(t("teams.changed", { name: wanted.name }), () =>
        update.mutateAsync({ id: team.id, name: team.name, parent: team.parent }),
      );
    } else {
      await create.mutateAsync(wanted);
      showDone(t("teams.created", { name: wanted.name }));
    }
    onClose();
  });
  return (
    <DialogForm
      form={form}
      verb={team ? t("actions.saveChanges") : t("teams.create")}
      isReady={Boolean(form.values.name.trim())}
      onClose={onClose}
    >
      <TextInput
        label={t("teams.name")}
        required
        maxLength={80}
        data-autofocus
        value={form.values.name}
        error={form.errors.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
      />
      {teams.length > 0 && (
        <NativeSelect
          label={t("teams.parent")}
          data={[
            { value: "", label: t("teams.top") },
            ...treeOf(teams)
              .filter((branch) => !closed.has(branch.team.id))
              .map((branch) => ({ value: branch.team.id, label: INDENT.repeat(branch.depth) + branch.team.name })),
          ]}
          value={form.values.parent}
          error={form.errors.parent}
          onChange={(event) => form.change({ parent: event.currentTarget.value })}
        />
      )}
    </DialogForm>
  );
}

/** Dissolves a team; its people go to another first, and the teams within it must be gone. */
function DeleteForm({ team, teams, onClose }: { team: Team; teams: Team[]; onClose(): void }) {
  const { t } = useWords("admin");
  const members = useUsers().filter((user) => user.team === team.id);
  const remove = useDeleteTeam();
  const create = useCreateTeam();
  const update = useUpdateUser();
  const [into, setInto] = useState("");
  const [isBusy, setBusy] = useState(false);
  const hasParts = within(teams, team.id).size > 1;

  const bringBack = async () => {
    const made = await create.mutateAsync({ name: team.name, parent: team.parent });
    for (const user of members) await update.mutateAsync({ id: user.id, team: made.id });
  };
  const send = async () => {
    setBusy(true);
    try {
      for (const user of members) await update.mutateAsync({ id: user.id, team: into || null });
      await remove.mutateAsync(team.id);
      showUndo(t("teams.deleted", { name: team.name }), bringBack);
      onClose();
    } catch (problem) {
      showProblem(problem);
      setBusy(false);
    }
  };
  return (
    <Stack>
      <Text>{hasParts ? t("teams.deleteParts", { name: team.name }) : t("teams.deleteText")}</Text>
      {!hasParts && members.length > 0 && (
        <NativeSelect
          label={t("teams.into")}
          data={[
            { value: "", label: t("teams.intoNone") },
            ...teams.filter((one) => one.id !== team.id).map((one) => ({ value: one.id, label: one.name })),
          ]}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
        />
      )}
      <DialogFoot onClose={onClose}>
        {!hasParts && (
          <Button color="pimenton.7" loading={isBusy} onClick={send}>
            {t("teams.delete")}
          </Button>
        )}
      </DialogFoot>
    </Stack>
  );
}
