import { Link } from "@tanstack/react-router";
import type { CardValue } from "@/api/cardTypes";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import { Fact } from "./Fact";

/** What somebody bought: the figure opens the purchases behind it, the group its segment. */
export function ValueFact({ value, object, record }: RecordSlotProps & { value: CardValue }) {
  const { t } = useWords("card");
  const formats = useFormats();
  const count = t(value.exact ? "card.purchases" : "card.purchasesAtLeast", {
    count: value.purchases,
    number: formats.number(value.purchases),
  });
  const lately = value.spent_12_months
    ? t("card.lately", { amount: formats.totalMoney(value.spent_12_months) })
    : t("card.latelyCount", { count: value.purchases_12_months });
  const [most] = value.buys_most;
  if (!value.purchases) return <Fact name={t("card.value")}>{t("card.nothingBought")}</Fact>;
  return (
    <Fact
      name={value.whole ? t("card.value") : t("card.valueOfYours")}
      more={
        <>
          {value.spent && `${count} · `}
          {lately}
          {value.group && (
            <>
              {" · "}
              <Link to="/segments/$id" params={{ id: value.group.segment }}>
                {value.group.name}
              </Link>
            </>
          )}
          {most && ` · ${t("card.buysMost", { name: most.name })}`}
        </>
      }
    >
      <Link
        to="/records/$plural/$id"
        params={{ plural: object.plural, id: record.id }}
        search={{ tab: `${value.plural}-${value.field}` }}
      >
        {value.spent ? formats.totalMoney(value.spent) : count}
      </Link>
    </Fact>
  );
}
