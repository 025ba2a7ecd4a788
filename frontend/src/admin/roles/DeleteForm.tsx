import { Button, NativeSelect, Stack, Text } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useInvitations } from "@/api/invitations";
import { type RoleRow, useCreateRole, useDeleteRole, useRoles } from "@/api/roles";
import { useUpdateUser, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { DialogFoot } from "@/kit/DialogFoot";
import { showProblem, showUndo } from "@/kit/notices";
import { definitionOf } from "./useRoleDraft";

/** Deletes a role; whoever has it, or is invited to have it, gets another one first. */
export function DeleteForm({ role, onClose }: { role: RoleRow; onClose(): void }) {
  const { t, label } = useWords("admin");
  const navigate = useNavigate();
  const others = (useRoles().data ?? []).filter((one) => one.key !== role.key);
  const holders = useUsers().filter((user) => user.role === role.key);
  const invited = (useInvitations().data ?? []).filter((one) => one.role === role.key);
  const remove = useDeleteRole();
  const create = useCreateRole();
  const update = useUpdateUser();
  const [into, setInto] = useState("viewer");
  const count = holders.length + invited.length;

  const bringBack = async () => {
    await create.mutateAsync({ key: role.key, ...definitionOf(role) });
    for (const user of holders) await update.mutateAsync({ id: user.id, role: role.key });
  };
  const send = async () => {
    try {
      await remove.mutateAsync({ key: role.key, into: count > 0 ? into : undefined });
      onClose();
      showUndo(t("roles.deleted", { name: label(role.label) }), bringBack);
      await navigate({ to: "/settings/roles" });
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Stack>
      <Text>{count > 0 ? t("roles.deleteText", { count }) : t("roles.deleteNobody")}</Text>
      {count > 0 && (
        <NativeSelect
          label={t("roles.into")}
          data={others.map((one) => ({ value: one.key, label: label(one.label) }))}
          value={into}
          onChange={(event) => setInto(event.currentTarget.value)}
        />
      )}
      <DialogFoot onClose={onClose}>
        <Button color="pimenton.7" data-autofocus loading={remove.isPending} onClick={send}>
          {t("roles.delete")}
        </Button>
      </DialogFoot>
    </Stack>
  );
}
