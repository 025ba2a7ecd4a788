import { NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { does } from "@/admin/roles/does";
import { useInvite } from "@/api/invitations";
import { useRoles } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { showDone } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { useOnce } from "@/kit/useOnce";
import { useTeamChoices } from "./usePeople";

/** Asks for an address, a role and, where there are teams, a team; whoever it is gets a code by mail. */
export function InviteForm({ onClose }: { onClose(): void }) {
  const { t, label } = useWords("admin");
  const invite = useInvite();
  const roles = useRoles().data ?? [];
  const teams = useTeamChoices().choices;
  const once = useOnce();
  const form = useForm({ email: "", role: "rep", team: "" }, async ({ email, role, team }) => {
    const wish = { email: email.trim(), role, team: team || null };
    await once(wish, (key) => invite.mutateAsync({ ...wish, key }));
    showDone(t("users.invited", { email: wish.email }));
    onClose();
  });
  return (
    <DialogForm form={form} verb={t("users.send")} onClose={onClose}>
      <TextInput
        type="email"
        label={t("session.email")}
        required
        data-autofocus
        value={form.values.email}
        error={form.errors.email}
        onChange={(event) => form.change({ email: event.currentTarget.value })}
      />
      <Radio.Group
        label={t("users.role")}
        value={form.values.role}
        error={form.errors.role}
        onChange={(role) => form.change({ role })}
      >
        <Stack gap={8} mt={6}>
          {roles.map((role) => (
            <Radio key={role.key} value={role.key} label={label(role.label)} description={does(role, t)} />
          ))}
        </Stack>
      </Radio.Group>
      {teams.length > 0 && (
        <NativeSelect
          label={t("users.team")}
          data={[{ value: "", label: t("users.noTeam") }, ...teams]}
          value={form.values.team}
          error={form.errors.team}
          onChange={(event) => form.change({ team: event.currentTarget.value })}
        />
      )}
    </DialogForm>
  );
}
