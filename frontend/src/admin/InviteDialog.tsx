import { Button, Group, Modal, Radio, Stack, TextInput } from "@mantine/core";
import { useRef } from "react";
import { idempotencyKey } from "@/api/client";
import { useInvite } from "@/api/invitations";
import type { Role } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showDone } from "@/kit/notices";
import { FormProblem } from "@/session/FormProblem";
import { useForm } from "@/session/useForm";
import { ROLES } from "./roles";

export function InviteDialog({ opened, onClose }: { opened: boolean; onClose(): void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("team.invite")}
      closeButtonProps={{ "aria-label": t("actions.close") }}
      centered
    >
      {opened && <InviteForm onClose={onClose} />}
    </Modal>
  );
}

function InviteForm({ onClose }: { onClose(): void }) {
  const { t } = useWords();
  const invite = useInvite();
  const key = useRef(idempotencyKey());
  const form = useForm({ email: "", role: "rep" as Role }, async ({ email, role }) => {
    try {
      await invite.mutateAsync({ email: email.trim(), role, key: key.current });
    } catch (problem) {
      key.current = idempotencyKey();
      throw problem;
    }
    showDone(t("team.invited", { email: email.trim() }));
    onClose();
  });
  return (
    <form onSubmit={form.submit}>
      <Stack>
        <FormProblem problem={form.problem} />
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
          label={t("team.role")}
          value={form.values.role}
          onChange={(role) => form.change({ role: role as Role })}
        >
          <Stack gap={8} mt={6}>
            {ROLES.map((role) => (
              <Radio key={role} value={role} label={t(`team.roles.${role}`)} description={t(`team.may.${role}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("actions.cancel")}
          </Button>
          <Button type="submit" loading={form.isBusy}>
            {t("team.send")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
