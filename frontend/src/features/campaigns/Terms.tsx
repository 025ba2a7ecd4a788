import type { Audience, Plan } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Campaigns.module.css";

/** From whom, when the first mail goes, how fast, at which hours, and how wordings are tried. */
export function Terms({ audience, plan, isLater }: { audience: Audience; plan: Plan; isLater: boolean }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const isTested = plan.variants.length > 1;
  const [front] = audience.senders;
  const isOne = audience.senders.every((one) => one.address === front?.address && one.name === front?.name);
  const senders = isOne ? audience.senders.slice(0, 1) : audience.senders;
  const { window, test, per_hour } = plan;
  const hours = per_hour ? Math.ceil(audience.recipients / per_hour) : 0;
  const first = audience.first_send;
  const isSoon = !isLater && first && Date.parse(first) - Date.now() < 120_000;
  return (
    <dl className={classes.terms}>
      {senders.map((sender) => (
        <div key={sender.variant}>
          <dt>{!isOne ? t("launch.senderOf", { name: sender.variant }) : t("launch.sender")}</dt>
          <dd>
            {t("launch.senderSaid", { name: sender.name, address: sender.address })}
            {sender.reply_to && <div>{t("launch.replyTo", { address: sender.reply_to })}</div>}
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("launch.firstSend")}</dt>
        <dd>{!first ? t("launch.nobody") : isSoon ? t("launch.firstNow") : formats.instant(first)}</dd>
      </div>
      <div>
        <dt>{t("launch.pace")}</dt>
        <dd>
          {per_hour
            ? [
                t("launch.pacePerHour", { number: formats.number(per_hour) }),
                ...(hours > 1 ? [t("launch.takes", { hours: formats.number(hours) })] : []),
              ].join(" · ")
            : t("launch.paceFree")}
        </dd>
      </div>
      <div>
        <dt>{t("launch.window")}</dt>
        <dd>
          {window
            ? t("launch.windowSaid", {
                days: window.days.map((day) => t(`plan.day.${day}`)).join(" "),
                from: window.from,
                to: window.to,
              })
            : t(plan.personal_hour ? "hours.each" : "launch.anyTime")}
          {window && plan.personal_hour && <div>{t("hours.each")}</div>}
        </dd>
      </div>
      {isTested && test && (
        <div>
          <dt>{t("launch.testing")}</dt>
          <dd>
            {t("launch.testSaid", {
              share: test.share,
              versions: plan.variants.map((one) => one.name).join(" / "),
              hours: test.after_hours,
              by: t(`plan.decidedBy.${test.decide_by}`),
            })}
          </dd>
        </div>
      )}
    </dl>
  );
}
