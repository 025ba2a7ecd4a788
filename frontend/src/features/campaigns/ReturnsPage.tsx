import { NativeSelect, Skeleton, Table, Text } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type Account, type ReturnsOf, useReturns, type Way } from "@/api/campaignResults";
import { useMaybeObject } from "@/api/objects";
import { ApiProblem } from "@/api/problems";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { MoreButton } from "@/kit/MoreButton";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { CampaignBackLink } from "./CampaignBackLink";
import results from "./Results.module.css";
import { usePercent } from "./usePercent";
import { MODELS } from "./way";

const KINDS = ["campaign", "source", "utm_campaign", "utm_source", "lead"] as const;
const BY_LEADS: ReadonlySet<ReturnsOf> = new Set(["source", "utm_campaign", "utm_source"]);
const ICON = <IconChartBar size={44} stroke={1.2} />;

interface Props {
  kind: ReturnsOf;
  way: Way;
  onChange(kind: ReturnsOf, way: Way): void;
}

/** What marketing earned for what was spent, by campaign, source or lead. */
export function ReturnsPage({ kind, way, onChange }: Props) {
  const { t } = useWords("campaigns");
  const list = useReturns(kind, way);
  const accounts = list.data?.pages.flatMap((page) => page.items);
  const isPartial = list.data?.pages.some((page) => !page.complete) && !list.hasNextPage;
  const isForbidden = list.error instanceof ApiProblem && list.error.status === 403;
  return (
    <Page title={t("returns.title")} before={<CampaignBackLink />}>
      <div className={results.choice}>
        <NativeSelect
          aria-label={t("returns.of")}
          value={kind}
          onChange={(event) => onChange(event.currentTarget.value as ReturnsOf, way)}
          data={KINDS.map((value) => ({ value, label: t(`returns.by.${value}`) }))}
        />
        {kind === "campaign" && (
          <NativeSelect
            aria-label={t("results.model")}
            data={MODELS.map((value) => ({ value, label: t(`results.models.${value}`) }))}
            value={way.model}
            onChange={(event) => onChange(kind, { ...way, model: event.currentTarget.value as Way["model"] })}
          />
        )}
      </div>
      <Text size="sm" c="dimmed" my="md">
        {t(`returns.texts.${kind}`)} {kind === "campaign" && t(`results.modelTexts.${way.model}`)}
      </Text>
      {!accounts && !list.error && <Skeleton height={200} aria-hidden />}
      {list.error && !accounts && (
        <EmptyState icon={ICON} title={isForbidden ? t("returns.forbidden") : problemText(list.error, t)} />
      )}
      {accounts?.length === 0 && !list.hasNextPage && (
        <EmptyState icon={ICON} title={t("returns.none")} text={t("returns.noneText")} />
      )}
      {accounts && accounts.length > 0 && <Accounts kind={kind} way={way} accounts={accounts} />}
      {isPartial && (
        <Text size="sm" c="dimmed" mt="sm">
          {t("returns.partial")}
        </Text>
      )}
      <MoreButton list={list}>{t("people.more")}</MoreButton>
    </Page>
  );
}

function Accounts({ kind, way, accounts }: { kind: ReturnsOf; way: Way; accounts: readonly Account[] }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const withLeads = BY_LEADS.has(kind);
  return (
    <section className={results.scroll} tabIndex={0} aria-label={t("returns.title")}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t(`returns.by.${kind}`)}</Table.Th>
            {withLeads && <Table.Th className={results.end}>{t("returns.leads")}</Table.Th>}
            {withLeads && <Table.Th className={results.end}>{t("returns.converted")}</Table.Th>}
            <Table.Th className={results.end}>{t("results.revenue")}</Table.Th>
            <Table.Th className={results.end}>{t("results.cost")}</Table.Th>
            <Table.Th className={results.end}>{t("results.roi")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account) => (
            <Table.Tr key={account.id ?? ""}>
              <Table.Th scope="row">
                <Whose kind={kind} account={account} />
              </Table.Th>
              {withLeads && (
                <Table.Td className={results.end}>
                  <Link to="/records/$plural" params={{ plural: "leads" }} search={saying(kind, account.id)}>
                    {formats.number(account.leads)}
                  </Link>
                </Table.Td>
              )}
              {withLeads && <Table.Td className={results.end}>{formats.number(account.converted)}</Table.Td>}
              <Table.Td className={results.end}>
                <Brought kind={kind} way={way} account={account} />
              </Table.Td>
              <Table.Td className={results.end}>{account.cost ? formats.money(account.cost) : "–"}</Table.Td>
              <Table.Td className={results.end}>{account.roi === null ? "–" : percent(account.roi)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** What came in; that of a campaign opens the orders behind it. */
function Brought({ kind, way, account }: { kind: ReturnsOf; way: Way; account: Account }) {
  const formats = useFormats();
  const amount = formats.money(account.revenue);
  if (kind !== "campaign" || !account.id || !Number(account.revenue.amount)) return amount;
  return (
    <Link to="/campaigns/$id/sales" params={{ id: account.id }} search={way}>
      {amount}
    </Link>
  );
}

/** The leads whose field says so. */
const saying = (field: ReturnsOf, value: string | null) => ({
  filter: value ? { field, op: "eq", value } : { field, op: "is_empty" },
});

function Whose({ kind, account }: { kind: ReturnsOf; account: Account }) {
  const { t, label } = useWords("campaigns");
  const sources = useMaybeObject(kind === "source" ? "leads" : undefined)?.fields.get("source")?.options;
  const name = account.name ?? t("returns.unnamed");
  if (kind === "campaign" && account.id)
    return (
      <Link to="/campaigns/$id" params={{ id: account.id }} search={{ tab: "results" }}>
        {name}
      </Link>
    );
  if (kind === "lead" && account.id)
    return (
      <Link to="/records/$plural/$id" params={{ plural: "leads", id: account.id }}>
        {name}
      </Link>
    );
  if (!account.id) return t(kind === "source" ? "returns.noSource" : "returns.notSaid");
  if (kind !== "source") return name;
  return label(sources?.find((one) => one.value === account.id)?.label) || name;
}
