import { ActionIcon, Badge, Button, CopyButton, Group, Text } from "@mantine/core";
import { IconCheck, IconCopy, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useMayManage } from "@/api/objects";
import { type DnsRecord, type Domain, useDomainWrites } from "@/api/sending";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import classes from "./Sending.module.css";

const COLORS: Record<DnsRecord["state"], string> = {
  found: "albahaca",
  unchecked: "gray",
  missing: "pimenton",
  different: "pimenton",
  unanswered: "pimenton",
};

/** One domain: whether it is proved, and what to publish where its owner keeps its records. */
export function DomainCard({ domain }: { domain: Domain }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const { add, check, remove } = useDomainWrites();
  const mayCheck = useMayManage("domains", "update");
  const mayRemove = useMayManage("domains", "delete");
  const isVerified = domain.state === "verified";
  const [isOpen, setOpen] = useState(!isVerified);
  const look = () =>
    check
      .mutateAsync(domain.id)
      .then(({ state }) => showDone(t(state === "verified" ? "sending.isVerified" : "sending.notYet")), showProblem);
  const takeAway = () =>
    remove
      .mutateAsync(domain.id)
      .then(
        () => showUndo(t("sending.removed", { name: domain.name }), () => add.mutateAsync(domain.name)),
        showProblem,
      );
  return (
    <li className={classes.card}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{domain.name}</Text>
          <Badge color={isVerified ? "albahaca" : "gray"}>{t(`sending.states.${domain.state}`)}</Badge>
        </Group>
        <Group gap="xs">
          {mayCheck && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconRefresh size={15} />}
              loading={check.isPending}
              aria-label={t("sending.checkOf", { name: domain.name })}
              onClick={look}
            >
              {t("sending.check")}
            </Button>
          )}
          {mayRemove && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t("sending.removeOf", { name: domain.name })}
              onClick={takeAway}
            >
              {t("sending.remove")}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {domain.failing_since
          ? t("sending.failing", { when: formats.ago(domain.failing_since) })
          : isVerified
            ? t("sending.verifiedText")
            : t("sending.pendingText")}
        {domain.checked_at && ` ${t("sending.checked", { when: formats.ago(domain.checked_at) })}`}
      </Text>
      {isOpen ? (
        <ul className={classes.records} aria-label={t("sending.recordsOf", { name: domain.name })}>
          {domain.records.map((record) => (
            <Published key={`${record.type} ${record.name}`} record={record} />
          ))}
        </ul>
      ) : (
        <Button size="compact-sm" variant="subtle" className={classes.more} onClick={() => setOpen(true)}>
          {t("sending.showRecords")}
        </Button>
      )}
    </li>
  );
}

/** A record as it is written where a domain is kept, and what is found there. */
function Published({ record }: { record: DnsRecord }) {
  const { t } = useWords("admin");
  const isAdvice = !record.required && record.state === "missing";
  return (
    <li className={classes.record}>
      <Group gap="xs" justify="space-between">
        <Text size="sm" fw={550}>
          {t(`sending.purposes.${record.purpose}`)}
        </Text>
        <Badge color={isAdvice ? "gray" : COLORS[record.state]}>
          {t(isAdvice ? "sending.advised" : `sending.found.${record.state}`)}
        </Badge>
      </Group>
      <dl className={classes.facts}>
        <dt>{t("sending.type")}</dt>
        <dd>
          <code>{record.type}</code>
        </dd>
        <Fact name={t("sending.name")} text={record.name} />
        <Fact name={t("sending.value")} text={record.value} />
      </dl>
      {record.state === "different" && (
        <Text size="sm" className={classes.wrong}>
          {t("sending.foundInstead", { found: record.found.join(", ") })}
        </Text>
      )}
    </li>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  const { t } = useWords("admin");
  return (
    <>
      <dt>{name}</dt>
      <dd className={classes.copied}>
        <code>{text}</code>
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={26}
              aria-label={`${copied ? t("step.copied") : t("step.copy")}: ${text}`}
              onClick={copy}
            >
              {copied ? <IconCheck size={15} /> : <IconCopy size={15} />}
            </ActionIcon>
          )}
        </CopyButton>
      </dd>
    </>
  );
}
