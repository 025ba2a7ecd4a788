import { Link } from "@tanstack/react-router";
import type { Card } from "@/api/cardTypes";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Card.module.css";
import { Fact } from "./Fact";

const MOST = 3;

/** What is open with them, the late first; each leads to its record. */
export function MattersFact({ matters }: { matters: Card["matters"] }) {
  const { t } = useWords("card");
  const formats = useFormats();
  if (!matters.count) return <Fact name={t("card.matters")}>{t("card.noMatters")}</Fact>;
  const shown = matters.items.slice(0, MOST);
  const rest = matters.count - shown.length;
  return (
    <Fact
      name={t("card.matters")}
      isUrgent={matters.late > 0}
      more={
        <ul className={classes.matters}>
          {shown.map((one) => (
            <li key={one.id} data-late={one.late || undefined}>
              <Link to="/records/$plural/$id" params={{ plural: one.plural, id: one.id }}>
                {one.name || t("card.untitled")}
              </Link>
              {one.amount && ` · ${formats.totalMoney(one.amount)}`}
              {one.due && ` · ${one.due.length === 10 ? formats.day(one.due) : formats.when(one.due)}`}
            </li>
          ))}
          {rest > 0 && <li>{t("card.moreMatters", { count: rest })}</li>}
        </ul>
      }
    >
      {matters.late > 0 ? t("card.late", { count: matters.late, all: matters.count }) : formats.number(matters.count)}
    </Fact>
  );
}
