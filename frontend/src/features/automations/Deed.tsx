import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
import type { LogLine, RunWithLog } from "@/api/automations";
import { useSegments } from "@/api/segments";
import { useTemplates } from "@/api/templates";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";

/** Around a gap of a sentence, which no name holds. */
const EDGE = "\u0001";
const DEEDS = ["send_mail", "assign", "notify", "call_webhook", "add_to_list"] as const;

export type Deed = (typeof DEEDS)[number];

/** What a line of the log did, where there is a sentence for it; nothing of one that did not come to it. */
export function deedOf(line: LogLine): Deed | undefined {
  return line.state === "done" ? DEEDS.find((one) => one === line.kind) : undefined;
}

interface Props {
  deed: Deed;
  line: LogLine;
  run: RunWithLog;
}

/** What a step did, as one would tell it, each name leading to what it names: "Ana Ruiz was sent Welcome". */
export function DeedText({ deed, line, run }: Props) {
  const { t, language } = useWords("automations");
  const users = useUsers();
  const templates = useTemplates().data;
  const lists = useSegments().data;
  const told = line.told as { template?: string; list?: string; webhook?: string; name?: string; owner?: string };
  const people = (line.told as { people?: string[] }).people ?? (told.owner ? [told.owner] : []);
  const called = (all: readonly { id: string; name: string }[] | undefined, id: string | undefined) =>
    all ? (all.find((one) => one.id === id)?.name ?? t("automations.said.gone")) : "…";
  const record = run.record_name ?? t("automations.runs.gone");
  const gaps: Record<string, ReactNode> = {
    record: run.record_name ? (
      <Link to="/records/$plural/$id" params={{ plural: run.plural, id: run.record }}>
        {record}
      </Link>
    ) : (
      record
    ),
    template: told.template && (
      <Link to="/templates/$id" params={{ id: told.template }}>
        {called(templates, told.template)}
      </Link>
    ),
    list: told.list && (
      <Link to="/segments/$id" params={{ id: told.list }}>
        {called(lists, told.list)}
      </Link>
    ),
    webhook: told.webhook && (
      <Link to="/settings/webhooks/$id" params={{ id: told.webhook }}>
        {told.name ?? "…"}
      </Link>
    ),
    people: new Intl.ListFormat(language, { type: "conjunction" }).format(
      people.map((id) => userName(users.find((user) => user.id === id)) || "…"),
    ),
  };
  const marked = Object.fromEntries(Object.keys(gaps).map((name) => [name, `${EDGE}${name}${EDGE}`]));
  const parts = t(`automations.deed.${deed}`, marked).split(EDGE);
  // Between two edges stands the name of a gap.
  return parts.map((part, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part of a sentence is its place
    <Fragment key={place}>{place % 2 ? gaps[part] : part}</Fragment>
  ));
}
