import { Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import type { Filter } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { NO_VIEW } from "@/kit/list/listState";
import classes from "./Figures.module.css";
import { overdueTasks, tasksOfToday, type Whose } from "./needs";
import { type Figure, useFigure, useSalesFigures } from "./useFigures";

/** The day in figures; each is a door to the list behind it. */
export function Figures({ whose, now, hasDeals }: { whose: Whose; now: Date; hasDeals: boolean }) {
  const { t } = useWords("today");
  const minute = new Date(Math.floor(now.getTime() / 300_000) * 300_000);
  const overdue = useFigure("tasks", "status", overdueTasks(whose, minute));
  const today = useFigure("tasks", "status", tasksOfToday(whose));
  return (
    <section aria-label={whose ? t("today.figures") : t("today.figuresAll")} className={classes.figures}>
      <Tile plural="tasks" name={t("today.overdue")} figure={overdue} sort="due" isUrgent />
      <Tile plural="tasks" name={t("today.dueToday")} figure={today} sort="due" />
      {hasDeals && <Sales whose={whose} now={minute} />}
    </section>
  );
}

function Sales({ whose, now }: { whose: Whose; now: Date }) {
  const { t } = useWords("today");
  const figures = useSalesFigures(whose, now);
  return (
    <>
      <Tile plural="deals" name={t("today.withoutNextStep")} figure={figures.withoutNextStep} sort="-amount" />
      <Tile plural="deals" name={t("today.stalled")} figure={figures.stalled} sort="-amount" isUrgent />
      <Tile plural="leads" name={t("today.unattended")} figure={figures.unattended} isUrgent />
      <Won now={figures.won} before={figures.wonBefore} />
    </>
  );
}

/** "12", and "1.000 o más" when there were too many to look at. */
export function useCounted() {
  const { t } = useWords("today");
  const formats = useFormats();
  return (figure: Figure) =>
    figure.exact ? formats.number(figure.count) : t("today.atLeast", { shown: formats.number(figure.count) });
}

const listOf = (filter: Filter, sort?: string) =>
  ({ saved: NO_VIEW, layout: "list", filter, ...(sort ? { sort } : {}) }) as const;

interface TileProps {
  plural: string;
  name: string;
  figure: Figure | undefined;
  sort?: string;
  /** Something waits too long: it is said in another colour as soon as there is any. */
  isUrgent?: boolean;
}

function Tile({ plural, name, figure, sort, isUrgent = false }: TileProps) {
  const counted = useCounted();
  if (!figure) return <div className={classes.tile} aria-hidden />;
  return (
    <Link
      to="/records/$plural"
      params={{ plural }}
      search={listOf(figure.filter, sort)}
      className={classes.tile}
      data-urgent={(isUrgent && figure.count > 0) || undefined}
      data-none={figure.count === 0 || undefined}
    >
      <span className={classes.name}>{name}</span>
      <span className={`${classes.number} numbers`}>{counted(figure)}</span>
    </Link>
  );
}

function Won({ now, before }: { now: Figure | undefined; before: Figure | undefined }) {
  const { t } = useWords("today");
  const { tenant } = useMe();
  const formats = useFormats();
  if (!now || !before) return <div className={classes.won} aria-hidden />;
  const money = (figure: Figure) => formats.totalMoney(figure.money[0] ?? { amount: "0", currency: tenant.currency });
  const most = Math.max(Number(now.money[0]?.amount ?? 0), Number(before.money[0]?.amount ?? 0), 1);
  const share = (figure: Figure) => `${(Number(figure.money[0]?.amount ?? 0) / most) * 100}%`;
  return (
    <div className={classes.won}>
      <Link
        to="/records/$plural"
        params={{ plural: "deals" }}
        search={listOf(now.filter, "-amount")}
        className={classes.wonNow}
      >
        <span className={classes.name}>{t("today.won")}</span>
        <span className={`${classes.number} numbers`}>{money(now)}</span>
        <Text span size="xs" c="dimmed">
          {t("today.wonCount", { count: now.count })}
        </Text>
      </Link>
      {now.count + before.count > 0 && (
        <div className={classes.bars} aria-hidden>
          <span className={classes.bar} style={{ width: share(now) }} />
          <span className={classes.barBefore} style={{ width: share(before) }} />
        </div>
      )}
      <Link
        to="/records/$plural"
        params={{ plural: "deals" }}
        search={listOf(before.filter, "-amount")}
        className={classes.before}
      >
        {before.count ? t("today.wonBefore", { amount: money(before) }) : t("today.wonNothing")}
      </Link>
    </div>
  );
}
