import { Skeleton, Text } from "@mantine/core";
import { IconShoppingCart } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type CampaignSale, useSales, type Way } from "@/api/campaignResults";
import { campaignQuery } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Line, Lines } from "@/kit/lines/Lines";
import { MoreButton } from "@/kit/MoreButton";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { CampaignBackLink } from "./CampaignBackLink";
import { usePercent } from "./usePercent";

/** The orders behind a campaign's revenue, each with the part that is the campaign's. */
export function SalesPage({ id, way }: { id: string; way: Way }) {
  const { t } = useWords("campaigns");
  const { data: told } = useSuspenseQuery(campaignQuery(id));
  const list = useSales(id, way);
  const sales = list.data?.pages.flatMap((page) => page.items);
  const title = t("sales.title", { campaign: String(told.campaign.name ?? "") });
  return (
    <Page title={title} before={<CampaignBackLink campaign={id} />}>
      <Text size="sm" c="dimmed" mb="md">
        {t(`results.models.${way.model}`)} · {t("results.days", { count: way.window })} ·{" "}
        {t(`results.modelTexts.${way.model}`)}
      </Text>
      {!sales && !list.error && <Skeleton height={160} aria-hidden />}
      {list.error && !sales && <Text role="alert">{problemText(list.error, t)}</Text>}
      {sales?.length === 0 && !list.hasNextPage && (
        <EmptyState icon={<IconShoppingCart size={44} stroke={1.2} />} title={t("sales.none")} />
      )}
      {sales && sales.length > 0 && (
        <Lines label={title}>
          {sales.map((sale) => (
            <Sale key={sale.id} sale={sale} />
          ))}
        </Lines>
      )}
      <MoreButton list={list}>{t("people.more")}</MoreButton>
    </Page>
  );
}

function Sale({ sale }: { sale: CampaignSale }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const money = formats.money(sale.worth ?? sale.amount);
  return (
    <Line
      link={
        <Link to="/records/$plural/$id" params={{ plural: sale.plural, id: sale.id }}>
          {sale.name ?? t("returns.unnamed")}
        </Link>
      }
      text={[
        formats.instant(sale.at),
        sale.named ? t("sales.named") : t("sales.touches", { count: sale.touches.length }),
      ].join(" · ")}
      aside={
        <Text fw={600} className="numbers">
          {sale.part < 1 ? t("sales.part", { share: percent(sale.part), money }) : money}
        </Text>
      }
    />
  );
}
