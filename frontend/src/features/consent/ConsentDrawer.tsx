import { Button, Group, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconMailCheck, IconMailOff } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useConsents, useDecide } from "@/api/consents";
import type { ConsentDecision, LedgerEntry, Standing } from "@/api/consentTypes";
import { useMe } from "@/api/me";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { MoreButton } from "@/kit/MoreButton";
import { showDone } from "@/kit/notices";
import { ProblemAlert } from "@/kit/record/ProblemAlert";
import { SidePanel } from "@/kit/SidePanel";
import type { RecordSlotProps } from "@/kit/slots";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import classes from "./Consent.module.css";
import { PermissionForm } from "./PermissionForm";
import { useWhy } from "./useWhy";

const ReleaseAddress = lazy(() => import("./ReleaseAddress").then((module) => ({ default: module.ReleaseAddress })));

interface Props extends RecordSlotProps {
  onClose(): void;
}

/** All that a person has permitted and refused, on what it rests, and what may be noted about it. */
export function ConsentDrawer({ object, record, onClose }: Props) {
  const { t } = useWords("consent");
  return (
    <SidePanel
      onClose={onClose}
      size={560}
      title={t("consent.drawer.title", { name: nameOf(record, object.nameField) })}
    >
      <Permissions object={object} record={record} />
    </SidePanel>
  );
}

function Permissions({ object, record }: RecordSlotProps) {
  const { t } = useWords("consent");
  const { user } = useMe();
  const [isGiving, setGiving] = useState(false);
  const [isReleasing, setReleasing] = useState(false);
  const consents = useConsents(object.plural, record.id);
  const decide = useDecide(object.plural, record.id);
  const standing = consents.data?.pages[0]?.standing ?? [];
  const hasBounced = standing.some((one) => one.channel === "email" && one.reason === "bounced");
  const entries = consents.data?.pages.flatMap((page) => page.items) ?? [];
  const send = (decision: ConsentDecision, told: string) =>
    decide.mutate(decision, {
      onSuccess: () => {
        setGiving(false);
        showDone(told);
      },
    });
  if (consents.isPending) return <Skeleton height={160} aria-hidden />;
  return (
    <Stack gap="lg">
      <ProblemAlert problem={consents.error ?? decide.error} />
      <section aria-label={t("consent.drawer.purposes")}>
        <Title order={2} size="h4">
          {t("consent.drawer.purposes")}
        </Title>
        <ul className={classes.list}>
          {standing.map((one) => (
            <Purpose key={`${one.channel} ${one.purpose}`} standing={one} />
          ))}
        </ul>
      </section>
      {hasBounced && user.role === "admin" && (
        <div>
          <Text size="sm" mb={6}>
            {t("consent.release.offer")}
          </Text>
          <Button variant="default" size="compact-md" onClick={() => setReleasing(true)}>
            {t("consent.release.title")}
          </Button>
        </div>
      )}
      {isReleasing && (
        <Suspense fallback={null}>
          <ReleaseAddress plural={object.plural} id={record.id} onClose={() => setReleasing(false)} />
        </Suspense>
      )}
      {may(object.permissions, "update", record, user.id) && !isGiving && (
        <Group gap="xs">
          <Button onClick={() => setGiving(true)}>{t("consent.drawer.give")}</Button>
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => send({ decision: "ask" }, t("consent.drawer.asked"))}
          >
            {t("consent.drawer.ask")}
          </Button>
          <Button
            variant="default"
            loading={decide.isPending}
            onClick={() => send({ decision: "withdraw" }, t("consent.drawer.noted"))}
          >
            {t("consent.drawer.withdraw")}
          </Button>
        </Group>
      )}
      {isGiving && (
        <PermissionForm
          purposes={standing.filter((one) => one.channel === "email" && one.purpose !== "service")}
          isBusy={decide.isPending}
          onCancel={() => setGiving(false)}
          onGive={(decision) => send(decision, t("consent.drawer.noted"))}
        />
      )}
      <section aria-label={t("consent.drawer.ledger")}>
        <Title order={2} size="h4">
          {t("consent.drawer.ledger")}
        </Title>
        {!entries.length && <Text c="dimmed">{t("consent.drawer.empty")}</Text>}
        <ol className={classes.list}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
        <MoreButton list={consents}>{t("consent.drawer.more")}</MoreButton>
      </section>
    </Stack>
  );
}

function Purpose({ standing }: { standing: Standing }) {
  const { t, label } = useWords("consent");
  const why = useWhy();
  const Icon = standing.allowed ? IconMailCheck : IconMailOff;
  return (
    <li className={classes.item}>
      <Group gap={8} wrap="nowrap" align="flex-start">
        <Icon size={18} stroke={1.6} className={standing.allowed ? classes.yes : classes.no} aria-hidden />
        <div>
          <Text fw={550}>
            {label(standing.label)}
            {standing.channel !== "email" && ` · ${t(`consent.channel.${standing.channel}`)}`}
          </Text>
          <Text size="sm">{why(standing)}</Text>
          {standing.allowed && standing.basis && (
            <Text size="sm" c="dimmed">
              {t(`consent.basis.${standing.basis}`)}
            </Text>
          )}
        </div>
      </Group>
    </li>
  );
}

function Entry({ entry }: { entry: LedgerEntry }) {
  const { t } = useWords("consent");
  const formats = useFormats();
  const details = [
    entry.source && t("consent.entry.source", { source: entry.source }),
    entry.given_at && t("consent.entry.given", { when: formats.instant(entry.given_at) }),
    entry.proof && t("consent.entry.proof", { proof: entry.proof }),
    entry.ip && t("consent.entry.address", { ip: entry.ip }),
    entry.text && t("consent.entry.text", { text: entry.text }),
  ].filter(Boolean);
  return (
    <li className={classes.item}>
      <Text fw={550} component="div">
        {t(`consent.decision.${entry.decision}`)}
        <Text span c="dimmed" fw={400}>
          {" "}
          ·{" "}
          {[entry.decision !== "released" && entry.purpose, t(`consent.basis.${entry.basis}`)]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </Text>
      <Text size="xs" c="dimmed" component="div">
        {formats.instant(entry.at)} · <UserName id={entry.actor} withFace={false} />
      </Text>
      {details.map((detail) => (
        <Text key={detail} size="sm" className={classes.text}>
          {detail}
        </Text>
      ))}
    </li>
  );
}
