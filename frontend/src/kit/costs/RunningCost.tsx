import type { ReactNode } from "react";
import type { RunningCostTold } from "@/api/costs";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./RunningCost.module.css";
import { useDollars } from "./useDollars";

const A_CENT = 0.01;

/** What Tendero itself cost for something, in one line that opens into what it was spent on. */
export function RunningCost({ cost, children }: { cost: RunningCostTold; children?: ReactNode }) {
  const { t } = useWords("costs");
  const formats = useFormats();
  const dollars = useDollars();
  if (!cost.parts.length) return null;
  const isLess = Number(cost.amount) < A_CENT;
  const money = isLess
    ? t("costs.less", { money: dollars(String(A_CENT), cost.currency) })
    : dollars(cost.amount, cost.currency);
  const total = cost.mails
    ? t("costs.totalMails", { money, count: cost.mails, n: formats.number(cost.mails) })
    : t("costs.total", { money });
  return (
    <div className={classes.whole}>
      <details className={classes.cost}>
        <summary>{total}</summary>
        <table className={classes.parts}>
          <tbody>
            {cost.parts.map((part) => (
              <tr key={part.what}>
                <th scope="row">{t(`costs.parts.${part.what}`)}</th>
                <td>{formats.number(part.amount)}</td>
                <td>{dollars(part.cost, cost.currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.how}>{t("costs.how")}</p>
      </details>
      {children}
    </div>
  );
}
