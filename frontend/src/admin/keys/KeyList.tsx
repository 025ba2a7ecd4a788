import { Badge, Button, Table, Text } from "@mantine/core";
import { useRoles } from "@/api/roles";
import type { ApiKey } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Keys.module.css";
import { useScopeWords } from "./useScopeWords";

interface Props {
  keys: readonly ApiKey[];
  revoke(key: ApiKey): void;
}

const SOON_DAYS = 14;
const DAY = 86_400_000;

export function KeyTable({ keys, revoke }: Props) {
  const { t } = useWords("admin");
  return (
    <section className={classes.scroll} aria-label={t("apiKeys.list")} tabIndex={-1}>
      <Table aria-label={t("apiKeys.list")} verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("apiKeys.name")}</Table.Th>
            <Table.Th>{t("apiKeys.access")}</Table.Th>
            <Table.Th>{t("apiKeys.role")}</Table.Th>
            <Table.Th>{t("apiKeys.expires")}</Table.Th>
            <Table.Th>{t("apiKeys.lastUsed")}</Table.Th>
            <Table.Th aria-label={t("apiKeys.actions")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {keys.map((key) => (
            <Row key={key.id} apiKey={key} revoke={revoke} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Row({ apiKey, revoke }: { apiKey: ApiKey; revoke(key: ApiKey): void }) {
  const facts = useFacts(apiKey);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        {apiKey.name}
      </Table.Th>
      <Table.Td>{facts.access}</Table.Td>
      <Table.Td>{facts.role}</Table.Td>
      <Table.Td>
        <Expiry apiKey={apiKey} />
      </Table.Td>
      <Table.Td>{facts.used}</Table.Td>
      <Table.Td ta="end">
        <Revoke apiKey={apiKey} revoke={revoke} />
      </Table.Td>
    </Table.Tr>
  );
}

export function KeyCards({ keys, revoke }: Props) {
  const { t } = useWords("admin");
  return (
    <ul className={classes.cards} aria-label={t("apiKeys.list")}>
      {keys.map((key) => (
        <Card key={key.id} apiKey={key} revoke={revoke} />
      ))}
    </ul>
  );
}

function Card({ apiKey, revoke }: { apiKey: ApiKey; revoke(key: ApiKey): void }) {
  const { t } = useWords("admin");
  const facts = useFacts(apiKey);
  return (
    <li className={classes.card}>
      <Text fw={600}>{apiKey.name}</Text>
      <Text size="sm">{facts.access}</Text>
      <dl className={classes.facts}>
        <dt>{t("apiKeys.role")}</dt>
        <dd>{facts.role}</dd>
        <dt>{t("apiKeys.expires")}</dt>
        <dd>
          <Expiry apiKey={apiKey} />
        </dd>
        <dt>{t("apiKeys.lastUsed")}</dt>
        <dd>{facts.used}</dd>
      </dl>
      <Revoke apiKey={apiKey} revoke={revoke} />
    </li>
  );
}

function Revoke({ apiKey, revoke }: { apiKey: ApiKey; revoke(key: ApiKey): void }) {
  const { t } = useWords("admin");
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={t("apiKeys.revokeOne", { name: apiKey.name })}
      onClick={() => revoke(apiKey)}
    >
      {t("apiKeys.revoke")}
    </Button>
  );
}

function Expiry({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const left = Date.parse(apiKey.expires_at) - Date.now();
  return (
    <span className={classes.expiry}>
      {formats.day(apiKey.expires_at.slice(0, 10))}
      {left <= 0 && <Badge color="pimenton">{t("apiKeys.expiredFlag")}</Badge>}
      {left > 0 && left < SOON_DAYS * DAY && <Badge color="pimenton">{t("apiKeys.soonFlag")}</Badge>}
    </span>
  );
}

function useFacts(key: ApiKey) {
  const { t, label } = useWords("admin");
  const formats = useFormats();
  const say = useScopeWords();
  const role = useRoles().data?.find((one) => one.key === key.role);
  return {
    access: say(key.scopes),
    role: role ? label(role.label) : key.role,
    used: key.last_used_at ? formats.ago(key.last_used_at) : t("apiKeys.never"),
  };
}
