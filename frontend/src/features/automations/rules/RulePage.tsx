import { Button, Text } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMayManage, useObject } from "@/api/objects";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { Line, Lines } from "@/kit/lines/Lines";
import { showDone, showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { Question } from "@/kit/Question";
import classes from "../Automations.module.css";
import { type Page as Around, PageContext } from "../around";
import { GroupShares } from "./GroupShares";
import { type Given, OF, type Rule, ruleQuery, useMayGiveOut, useRuleWrites, useShares } from "./rules";

const AssignmentForm = lazy(() => import("../AssignmentForm").then((module) => ({ default: module.AssignmentForm })));

interface Props {
  id: string;
  /** Whose last records are shown; everybody's where nobody is named. */
  person: string | undefined;
}

/** One rule by which records are given out: whose turn it is, what each has, and what went to whom last. */
export function RulePage({ id, person }: Props) {
  const { t, inner } = useWords("automations");
  const { data: rule } = useSuspenseQuery(ruleQuery(id));
  const object = useObject(rule.object);
  const mayWrite = useMayGiveOut();
  const mayRemove = useMayManage(OF, "delete") && mayWrite;
  const shares = useShares(id, mayWrite);
  const { change, remove } = useRuleWrites(id);
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const navigate = useNavigate();
  const close = () => setOpen(null);
  const around: Around = { id: "", object, errors: {}, mayWrite, counts: undefined };
  const goAway = () =>
    remove.mutateAsync(rule.version).then(() => {
      showDone(t("automations.removed", { name: rule.name }));
      return navigate({ to: "/assignments" });
    }, showProblem);
  return (
    <PageContext value={around}>
      <Page
        title={rule.name}
        before={<BackLink to="/assignments" aria-label={t("automations.rule.title")} />}
        actions={
          mayWrite && (
            <>
              {mayRemove && (
                <Button variant="default" onClick={() => setOpen("remove")}>
                  {t("actions.delete")}
                </Button>
              )}
              <Button variant="default" onClick={() => setOpen("edit")}>
                {t("actions.edit")}
              </Button>
            </>
          )
        }
      >
        <Text size="sm" c="dimmed" mb="md">
          {t("automations.rule.of", { name: inner(object.labelPlural) })}
        </Text>
        {groupsOf(rule).map((group) => (
          <GroupShares
            key={group.name}
            rule={rule}
            group={group}
            shares={shares}
            onOrder={(people) => change.mutateAsync(ordered(rule, group.place, people)).catch(showProblem)}
            onAway={(away) => change.mutateAsync({ away })}
          />
        ))}
        {shares && <Latest rule={rule} latest={shares.latest} person={person} />}
        <Suspense fallback={null}>
          {open === "edit" && (
            <AssignmentForm
              title={t("automations.rule.edit", { name: rule.name })}
              verb={t("actions.save")}
              initial={{ name: rule.name, mode: rule.mode, people: rule.people, territories: rule.territories }}
              save={(wish) => change.mutateAsync(wish)}
              onClose={close}
            />
          )}
          {open === "remove" && (
            <Question
              title={t("automations.rule.removeTitle", { name: rule.name })}
              text={t("automations.rule.removeText")}
              verb={t("actions.delete")}
              color="pimenton"
              isBusy={remove.isPending}
              onYes={goAway}
              onClose={close}
            />
          )}
        </Suspense>
      </Page>
    </PageContext>
  );
}

export interface Part {
  /** As the API calls it. */
  name: string;
  /** Which territory it is; null for whoever takes the rest. */
  place: number | null;
  people: readonly string[];
}

function groupsOf(rule: Rule): Part[] {
  const parts = rule.territories.map(({ people }, place) => ({ name: `t${place}`, place, people }));
  return [...parts, { name: "all", place: null, people: rule.people }];
}

function ordered(rule: Rule, place: number | null, people: string[]) {
  if (place === null) return { people };
  return { territories: rule.territories.map((one, at) => (at === place ? { ...one, people } : one)) };
}

function Latest({ rule, latest, person }: { rule: Rule; latest: readonly Given[]; person: string | undefined }) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const users = useUsers();
  const nameOf = (id: string) => userName(users.find((user) => user.id === id)) || "…";
  const shown = latest.filter((one) => !person || one.person === person);
  return (
    <section aria-labelledby="latest">
      <h2 className={classes.sectionHead} id="latest">
        {person ? t("automations.rule.latestOf", { name: nameOf(person) }) : t("automations.rule.latest")}
      </h2>
      {person && (
        <Text size="sm" mb="sm">
          <Link to="/assignments/$id" params={{ id: rule.id }}>
            {t("automations.rule.everybody")}
          </Link>
        </Text>
      )}
      {shown.length === 0 && <Text c="dimmed">{t("automations.rule.nothingYet")}</Text>}
      {shown.length > 0 && (
        <Lines label={t("automations.rule.latest")}>
          {shown.map((one) => (
            <Line
              key={`${one.record} ${one.at}`}
              link={
                <Link to="/records/$plural/$id" params={{ plural: rule.object, id: one.record }}>
                  {one.name}
                </Link>
              }
              text={t("automations.rule.wentTo", { name: nameOf(one.person), when: formats.ago(one.at) })}
            />
          ))}
        </Lines>
      )}
    </section>
  );
}
