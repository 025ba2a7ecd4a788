import { Radio, Select, Stack } from "@mantine/core";
import type { User } from "@/api/types";
import { userName, useTransferWork, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { DialogForm } from "@/kit/DialogForm";
import { followJob } from "@/kit/jobs/JobNotice";
import { useForm } from "@/kit/useForm";

/** Gives somebody's work to another, as a job that can be taken back. */
export function TransferForm({ user, onClose }: { user: User; onClose(): void }) {
  const { t } = useWords("admin");
  const others = useUsers().filter((one) => one.id !== user.id && one.status === "active");
  const transfer = useTransferWork();
  const form = useForm({ to: null as string | null, what: "open" }, async ({ to, what }) => {
    if (!to) return;
    followJob(await transfer.mutateAsync({ id: user.id, to, everything: what === "all" }));
    onClose();
  });
  const heir = others.find((one) => one.id === form.values.to);
  return (
    <DialogForm
      form={form}
      verb={heir ? t("users.transferSend", { name: userName(heir) }) : t("users.transferSendEmpty")}
      isReady={Boolean(heir)}
      onClose={onClose}
    >
      <Select
        label={t("users.transferTo")}
        required
        searchable
        data-autofocus
        data={others.map((one) => ({ value: one.id, label: userName(one) }))}
        value={form.values.to}
        error={form.errors.to}
        onChange={(to) => form.change({ to })}
      />
      <Radio.Group label={t("users.transferWhat")} value={form.values.what} onChange={(what) => form.change({ what })}>
        <Stack gap={8} mt={6}>
          <Radio value="open" label={t("users.transferOpen")} description={t("users.transferOpenText")} />
          <Radio value="all" label={t("users.transferAll")} description={t("users.transferAllText")} />
        </Stack>
      </Radio.Group>
    </DialogForm>
  );
}
