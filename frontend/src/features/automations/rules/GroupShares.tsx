import { ActionIcon, Badge, Button, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, use, useState } from "react";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import classes from "../Automations.module.css";
import { PageContext } from "../around";
import { moved } from "../draft";
import { FilterWords } from "../FilterWords";
import type { Part } from "./RulePage";
import type { Rule, Share, Shares } from "./rules";

const AwayDialog = lazy(() => import("./AwayDialog").then((module) => ({ default: module.AwayDialog })));

const ACTS = ["up", "down"] as const;

interface Props {
  rule: Rule;
  group: Part;
  shares: Shares | undefined;
  onOrder(people: string[]): void;
  onAway(away: Rule["away"]): Promise<unknown>;
}

/** The people of one group in their order: who is next, what each has, and who is away. */
export function GroupShares({ rule, group, shares, onOrder, onAway }: Props) {
  const { t } = useWords("automations");
  const { object, mayWrite } = use(PageContext);
  const users = useUsers();
  const formats = useFormats();
  const [leaving, setLeaving] = useState<string | null>(null);
  const territory = group.place === null ? undefined : rule.territories[group.place];
  const told = shares?.groups.find((one) => one.name === group.name);
  const nameOf = (id: string) => userName(users.find((user) => user.id === id)) || "…";
  const title = territory
    ? territory.label || t("automations.assignment.territory", { n: (group.place ?? 0) + 1 })
    : t(rule.territories.length ? "automations.rule.rest" : "automations.rule.everybodysTurn");
  const back = (person: string) => {
    const before = rule.away;
    onAway(before.filter((one) => one.person !== person)).then(
      () => showUndo(t("automations.rule.isBack", { name: nameOf(person) }), () => onAway(before)),
      showProblem,
    );
  };
  if (!group.people.length && group.place === null && rule.territories.length) return null;
  const counted = (told?.people ?? []).filter((one) => one.is_active && !one.is_away).map((one) => one.drawn);
  return (
    <section aria-label={title} className={classes.group}>
      <h2 className={classes.sectionHead}>{title}</h2>
      <Text size="sm" c="dimmed">
        {territory?.condition && (
          <>
            <FilterWords object={object} filter={territory.condition} />
            {" · "}
          </>
        )}
        {t(`automations.assignment.modes.${territory?.mode ?? rule.mode}`)}
      </Text>
      {told && (
        <Text size="sm" fw={600} mt={4}>
          {told.next ? t("automations.rule.next", { name: nameOf(told.next) }) : t("automations.rule.nobody")}
        </Text>
      )}
      <ol className={classes.people} aria-label={title}>
        {group.people.map((person, place) => {
          const share = told?.people.find((one) => one.person === person);
          const name = nameOf(person);
          return (
            <li key={person} className={classes.personRow}>
              <div className={classes.person}>
                <span>{name}</span>
                {told?.next === person && <Badge>{t("automations.rule.isNext")}</Badge>}
                {share?.is_away && (
                  <Badge color="gray">
                    {share.until
                      ? t("automations.rule.awayUntil", { day: formats.day(share.until) })
                      : t("automations.rule.away")}
                  </Badge>
                )}
                {share && !share.is_active && <Badge color="gray">{t("automations.rule.gone")}</Badge>}
              </div>
              {share && <Numbers rule={rule} share={share} name={name} openWork={shares?.open_work ?? null} />}
              {mayWrite && (
                <div className={classes.personActs}>
                  {(group.people.length > 1 ? ACTS : []).map((act) => {
                    const to = place + (act === "up" ? -1 : 1);
                    const Icon = act === "up" ? IconArrowUp : IconArrowDown;
                    return (
                      <ActionIcon
                        key={act}
                        variant="subtle"
                        color="gray"
                        size={32}
                        disabled={to < 0 || to >= group.people.length}
                        aria-label={t("automations.steps.actOn", { act: t(`automations.steps.${act}`), name })}
                        onClick={() => onOrder(moved(group.people, place, to))}
                      >
                        <Icon size={16} />
                      </ActionIcon>
                    );
                  })}
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t(share?.is_away ? "automations.rule.takeBackOf" : "automations.rule.pauseOf", {
                      name,
                    })}
                    onClick={() => (share?.is_away ? back(person) : setLeaving(person))}
                  >
                    {t(share?.is_away ? "automations.rule.takeBack" : "automations.rule.pause")}
                  </Button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {counted.length > 1 && shares && (
        <Text size="sm" c="dimmed">
          {t("automations.rule.fair", {
            count: shares.drawn,
            n: formats.number(shares.drawn),
            apart: formats.number(Math.max(...counted) - Math.min(...counted)),
          })}
        </Text>
      )}
      <Suspense fallback={null}>
        {leaving && (
          <AwayDialog
            name={nameOf(leaving)}
            save={async (until) => {
              const before = rule.away;
              await onAway([...before.filter((one) => one.person !== leaving), { person: leaving, until }]);
              showUndo(t("automations.rule.isAway", { name: nameOf(leaving) }), () => onAway(before));
            }}
            onClose={() => setLeaving(null)}
          />
        )}
      </Suspense>
    </section>
  );
}

interface NumbersProps {
  rule: Rule;
  share: Share;
  name: string;
  openWork: Shares["open_work"];
}

/** What somebody has open, and what they have had of this rule; each number opens its records. */
function Numbers({ rule, share, name, openWork }: NumbersProps) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const open = share.open ?? 0;
  const said = (key: string, count: number) => t(`automations.rule.${key}`, { count, n: formats.number(count) });
  const of = (told: string) => t("automations.steps.hereOf", { told, name });
  return (
    <div className={classes.personCounts}>
      {share.open !== null && openWork && (
        <Link
          to="/records/$plural"
          params={{ plural: rule.object }}
          search={{ saved: "all", filter: { all: [{ field: "owner", op: "eq", value: share.person }, openWork] } }}
          className={classes.figure}
          aria-label={of(said("open", open))}
        >
          {said("open", open)}
        </Link>
      )}
      <Link
        to="/assignments/$id"
        params={{ id: rule.id }}
        search={{ person: share.person }}
        className={classes.figure}
        aria-label={of(said("had", share.drawn))}
      >
        {said("had", share.drawn)}
      </Link>
    </div>
  );
}
