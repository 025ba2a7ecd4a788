import { Button, Select, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useObjects } from "@/api/objects";
import { ApiProblem } from "@/api/problems";
import type { User } from "@/api/types";
import { useDeactivateUser, userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DialogFoot } from "@/kit/DialogFoot";
import { followJob } from "@/kit/jobs/JobNotice";
import { showDone, showProblem } from "@/kit/notices";

/** Ends somebody's access, and asks who takes over the open work; without an answer only where there is none. */
export function DeactivateForm({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useWords("admin");
  const users = useUsers().filter((one) => one.id !== user.id && one.status === "active");
  const deactivate = useDeactivateUser();
  const [work, setWork] = useState<Record<string, number> | null>(null);
  const [heir, setHeir] = useState<string | null>(null);
  const told = useWorkTold(work);
  const send = async () => {
    try {
      const gone = await deactivate.mutateAsync({ id: user.id, heir: heir ?? undefined });
      showDone(t("users.deactivated", { name: userName(user) }));
      if (gone.transfer_job) followJob({ id: gone.transfer_job });
      onClose();
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "heir_required")
        setWork((problem.extra.open_work as Record<string, number> | undefined) ?? {});
      else showProblem(problem);
    }
  };
  return (
    <Stack>
      <Text>{t("users.deactivateText")}</Text>
      <Select
        label={t("users.heir")}
        description={work ? t("users.openWork", { work: told }) : t("users.heirText")}
        required={Boolean(work)}
        searchable
        data={users.map((one) => ({ value: one.id, label: userName(one) }))}
        value={heir}
        onChange={setHeir}
      />
      <DialogFoot onClose={onClose}>
        <Button color="pimenton.7" loading={deactivate.isPending} disabled={Boolean(work && !heir)} onClick={send}>
          {t("users.deactivate")}
        </Button>
      </DialogFoot>
    </Stack>
  );
}

/** "3 oportunidades, 1 tarea": how much there is of each object that has any. */
function useWorkTold(work: Record<string, number> | null): string {
  const { inner } = useWords();
  const formats = useFormats();
  const objects = useObjects();
  return Object.entries(work ?? {})
    .filter(([, count]) => count > 0)
    .map(([plural, count]) => {
      const object = objects.find((one) => one.plural === plural);
      const words = count === 1 ? object?.label : object?.label_plural;
      return `${formats.number(count)} ${words ? inner(words) : plural}`;
    })
    .join(", ");
}
