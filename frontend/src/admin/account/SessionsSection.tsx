import { Badge, Button, Group, Skeleton, Text } from "@mantine/core";
import { IconDeviceDesktop, IconDeviceMobile } from "@tabler/icons-react";
import { useEndSession, useSessions } from "@/api/account";
import type { OwnSession } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { Section } from "@/kit/Section";
import classes from "./Account.module.css";
import { deviceOf } from "./device";

/** Where one is signed in, and the way to end what one does not know. */
export function SessionsSection() {
  const { t } = useWords("admin");
  const sessions = useSessions().data;
  const end = useEndSession();
  const endAll = () => end.mutate(null, { onSuccess: () => showDone(t("account.othersEnded")), onError: showProblem });
  return (
    <Section title={t("account.sessions")} text={t("account.sessionsText")}>
      {!sessions && <Skeleton height={56} />}
      <ul className={classes.sessions} aria-label={t("account.sessions")}>
        {sessions?.map((session) => (
          <Line key={session.id} session={session} end={() => end.mutate(session.id, { onError: showProblem })} />
        ))}
      </ul>
      {sessions && sessions.length > 1 && (
        <Button variant="default" mt="sm" onClick={endAll} loading={end.isPending && end.variables === null}>
          {t("account.endOthers")}
        </Button>
      )}
    </Section>
  );
}

function Line({ session, end }: { session: OwnSession; end(): void }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const { browser, system, isPhone } = deviceOf(session.device);
  const name =
    browser && system ? t("account.device", { browser, system }) : (browser ?? system ?? t("account.unknownDevice"));
  const Icon = isPhone ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={classes.session}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div className={classes.device}>
        <Text fw={500}>{name}</Text>
        <Text size="sm" c="dimmed">
          {t("account.seen", { ago: formats.ago(session.last_seen_at), began: formats.instant(session.began_at) })}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        {session.is_current ? (
          <Badge color="albahaca">{t("account.thisSession")}</Badge>
        ) : (
          <Button size="compact-sm" variant="default" onClick={end} aria-label={t("account.endOne", { name })}>
            {t("account.end")}
          </Button>
        )}
      </Group>
    </li>
  );
}
