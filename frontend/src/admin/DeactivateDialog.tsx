import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { ApiProblem } from "@/api/problems";
import type { User } from "@/api/types";
import { useDeactivateUser, userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";

/** Ends somebody's access and asks who takes over the open work. */
export function DeactivateDialog({ user, onClose }: { user: User | null; onClose(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={Boolean(user)}
      onClose={onClose}
      title={t("team.deactivateTitle", { name: userName(user ?? undefined) })}
      closeButtonProps={{ "aria-label": t("actions.close") }}
      centered
    >
      {user && <DeactivateForm key={user.id} user={user} onClose={onClose} />}
    </Modal>
  );
}

interface OpenWork {
  deals?: number;
  tasks?: number;
  leads?: number;
}

function DeactivateForm({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useWords();
  const users = useUsers().filter((one) => one.id !== user.id && one.status === "active");
  const deactivate = useDeactivateUser();
  const [work, setWork] = useState<OpenWork | null>(null);
  const [heir, setHeir] = useState<string | null>(null);
  const send = async () => {
    try {
      await deactivate.mutateAsync({ id: user.id, heir: heir ?? undefined });
      showDone(t("team.deactivated", { name: userName(user) }));
      onClose();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "heir_required")
        setWork((problem.extra.open_work as OpenWork) ?? {});
      else showProblem(problem);
    }
  };
  return (
    <Stack>
      <Text>{t("team.deactivateText")}</Text>
      {work && (
        <>
          <Text>{t("team.openWork", { deals: work.deals ?? 0, tasks: work.tasks ?? 0, leads: work.leads ?? 0 })}</Text>
          <Select
            label={t("team.heir")}
            required
            data={users.map((one) => ({ value: one.id, label: userName(one) }))}
            value={heir}
            onChange={setHeir}
          />
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("actions.cancel")}
        </Button>
        <Button color="pimenton.7" loading={deactivate.isPending} disabled={Boolean(work && !heir)} onClick={send}>
          {t("team.deactivate")}
        </Button>
      </Group>
    </Stack>
  );
}
