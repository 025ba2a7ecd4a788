import { Anchor, Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { RunningCostTold } from "@/api/costs";
import { currenciesQuery } from "@/api/currencies";
import { usePatch } from "@/api/recordWrites";
import type { MoneyValue, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";

interface CostLine {
  item: string;
  amount: MoneyValue;
  date?: string;
}

/** Offers to count what Tendero cost among the costs of a campaign: once it is there, its ROI counts it too. */
export function AddCost({ cost, record }: { cost: RunningCostTold; record: RecordRow }) {
  const { t } = useWords("costs");
  const known = useQuery(currenciesQuery).data;
  const patch = usePatch("campaigns");
  const lines = (record.costs as CostLine[] | null | undefined) ?? [];
  const item = t("costs.item");
  if (lines.some((line) => line.item === item)) {
    return (
      <Text size="sm" c="dimmed">
        {t("costs.again")}
      </Text>
    );
  }
  if (!known) return null;
  const wanted = lines[0]?.amount.currency ?? known.base.code;
  const rate = known.items.find((one) => one.code === cost.currency)?.rate?.rate;
  const worth = wanted === cost.currency ? 1 : wanted === known.base.code && rate ? Number(rate) : undefined;
  if (worth === undefined) {
    return (
      <Anchor size="sm" renderRoot={(props) => <Link {...props} to="/settings/currencies" />}>
        {t("costs.noRate")}
      </Anchor>
    );
  }
  const decimals = [known.base, ...known.items].find((one) => one.code === wanted)?.decimals ?? 2;
  const unit = 10 ** -decimals;
  const amount = Math.max(Math.ceil((Number(cost.amount) * worth) / unit) * unit, unit).toFixed(decimals);
  const add = async () => {
    try {
      const after = await patch.mutateAsync({
        record,
        changes: { costs: [...lines, { item, amount: { amount, currency: wanted } }] as never },
      });
      showUndo(t("costs.added"), () => patch.mutateAsync({ record: after, changes: { costs: lines as never } }));
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Button variant="subtle" size="compact-sm" loading={patch.isPending} onClick={add}>
      {t("costs.add")}
    </Button>
  );
}
