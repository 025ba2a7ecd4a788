import { Button, Group, Text } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { idempotencyKey } from "@/api/client";
import { useInvitations, useInvite, useWithdrawInvitation } from "@/api/invitations";
import type { Invitation } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import classes from "./Users.module.css";
import { useRoleChoices, useTeamChoices } from "./usePeople";

/** Who has been asked to join and has not answered yet. */
export function Invitations({ onInvite }: { onInvite(): void }) {
  const { t } = useWords("admin");
  const open = useInvitations();
  if (open.data?.length === 0)
    return (
      <EmptyState
        icon={<IconMail size={44} stroke={1.2} />}
        title={t("users.noInvitations")}
        text={t("users.noInvitationsText")}
      >
        <Button onClick={onInvite}>{t("users.invite")}</Button>
      </EmptyState>
    );
  return (
    <ul className={classes.cards} aria-label={t("users.invitations")}>
      {open.data?.map((invitation) => (
        <Waiting key={invitation.id} invitation={invitation} />
      ))}
    </ul>
  );
}

function Waiting({ invitation }: { invitation: Invitation }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const { nameOf } = useRoleChoices();
  const invite = useInvite();
  const withdraw = useWithdrawInvitation();
  const { id, email, role, team, name } = invitation;
  const teams = useTeamChoices();
  const again = () =>
    invite.mutateAsync({ email, role, team, ...(name ? { name } : {}), key: idempotencyKey() }).then(() => undefined);

  const takeBack = () =>
    withdraw.mutateAsync(id).then(() => showUndo(t("users.withdrawn", { email }), again), showProblem);
  const resend = async () => {
    try {
      await withdraw.mutateAsync(id);
      await again();
      showDone(t("users.invited", { email }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  const isBusy = withdraw.isPending || invite.isPending;
  return (
    <li className={classes.invitation}>
      <div className={classes.who}>
        <Text fw={550} truncate="end">
          {email}
        </Text>
        <Text size="sm" c="dimmed">
          {nameOf(role)} · {team && `${teams.nameOf(team)} · `}
          {t("users.expires", { when: formats.day(invitation.expires_at.slice(0, 10)) })}
        </Text>
      </div>
      <Group gap="xs">
        <Button
          variant="default"
          size="compact-md"
          disabled={isBusy}
          aria-label={t("users.resendOf", { email })}
          onClick={resend}
        >
          {t("users.resend")}
        </Button>
        <Button
          variant="subtle"
          color="pimenton"
          size="compact-md"
          disabled={isBusy}
          aria-label={t("users.withdrawOf", { email })}
          onClick={takeBack}
        >
          {t("users.withdraw")}
        </Button>
      </Group>
    </li>
  );
}
