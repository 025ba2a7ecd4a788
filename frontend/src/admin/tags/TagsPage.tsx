import { ActionIcon, Anchor, Button, Checkbox, Group, Skeleton, Text, TextInput } from "@mantine/core";
import { IconDots, IconSearch, IconTag } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { keys } from "@/api/keys";
import { useObjects } from "@/api/objects";
import { type Tag, useTags } from "@/api/tags";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { useAfterJob } from "@/kit/jobs/useAfterJob";
import { OnPress } from "@/kit/OnPress";
import { Page } from "@/kit/Page";
import { fold } from "@/lib/locale";
import classes from "./Tags.module.css";

const loadMenu = () => import("./TagMenuDrop");
const TagMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.TagMenuDrop })));
const TagDialogs = lazy(() => import("./TagDialogs").then((module) => ({ default: module.TagDialogs })));

export interface Asked {
  what: "rename" | "merge" | "remove";
  tags: Tag[];
}

/** The words that people put on records: how often, where, and how to tidy them up. */
export function TagsPage() {
  const { t } = useWords("admin");
  const client = useQueryClient();
  const tags = useTags();
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const work = useAfterJob(() => client.invalidateQueries({ queryKey: keys.tags }));
  const all = tags.data ?? [];
  const shown = all.filter((one) => fold(one.tag).includes(fold(words)));
  const picked = all.filter((one) => chosen.has(one.tag));
  const toggle = (tag: string) =>
    setChosen((now) => new Set(now.has(tag) ? [...now].filter((one) => one !== tag) : [...now, tag]));
  return (
    <Page title={t("tags.title")}>
      {tags.isPending && <Skeleton height={160} aria-hidden />}
      {tags.data && all.length === 0 && (
        <EmptyState icon={<IconTag size={44} stroke={1.2} />} title={t("tags.empty")} text={t("tags.emptyText")} />
      )}
      {all.length > 0 && (
        <>
          <div className={classes.bar}>
            <TextInput
              type="search"
              className={classes.search}
              aria-label={t("tags.search")}
              placeholder={t("tags.search")}
              leftSection={<IconSearch size={16} aria-hidden />}
              value={words}
              onChange={(event) => setWords(event.currentTarget.value)}
            />
            {picked.length > 0 && (
              <Group gap="xs">
                <Text size="sm" role="status">
                  {t("tags.selected", { count: picked.length })}
                </Text>
                {picked.length > 1 && (
                  <Button size="compact-md" onClick={() => setAsked({ what: "merge", tags: picked })}>
                    {t("tags.merge")}
                  </Button>
                )}
                <Button size="compact-md" variant="default" onClick={() => setAsked({ what: "remove", tags: picked })}>
                  {t("tags.remove")}
                </Button>
                <Button size="compact-md" variant="subtle" color="gray" onClick={() => setChosen(new Set())}>
                  {t("tags.clear")}
                </Button>
              </Group>
            )}
          </div>
          <ul className={classes.list} aria-label={t("tags.list")} aria-busy={work.isRunning}>
            {shown.map((one) => (
              <TagLine
                key={one.tag}
                tag={one}
                isChosen={chosen.has(one.tag)}
                onToggle={() => toggle(one.tag)}
                ask={(what) => setAsked({ what, tags: [one] })}
              />
            ))}
          </ul>
          {shown.length === 0 && <Text c="dimmed">{t("tags.nothing")}</Text>}
        </>
      )}
      <Suspense fallback={null}>
        {asked && (
          <TagDialogs
            asked={asked}
            onBegun={(job) => {
              work.follow(job);
              setChosen(new Set());
            }}
            onClose={() => setAsked(null)}
          />
        )}
      </Suspense>
    </Page>
  );
}

interface LineProps {
  tag: Tag;
  isChosen: boolean;
  onToggle(): void;
  ask(what: Asked["what"]): void;
}

function TagLine({ tag, isChosen, onToggle, ask }: LineProps) {
  const { t, inner } = useWords("admin");
  const formats = useFormats();
  const objects = useObjects();
  return (
    <li className={classes.tag}>
      <Checkbox aria-label={t("tags.select", { tag: tag.tag })} checked={isChosen} onChange={onToggle} />
      <Text fw={550} className={classes.word}>
        {tag.tag}
      </Text>
      <Text size="sm" className={classes.places}>
        {Object.entries(tag.objects).map(([plural, count]) => {
          const object = objects.find((one) => one.plural === plural);
          return (
            <Anchor
              key={plural}
              inherit
              renderRoot={(props) => (
                <Link
                  {...props}
                  to="/records/$plural"
                  params={{ plural }}
                  search={{ filter: { field: "tags", op: "eq", value: tag.tag } }}
                />
              )}
            >
              {t("tags.see", {
                number: formats.number(count),
                object: inner(count === 1 ? object?.label : object?.label_plural) || plural,
              })}
            </Anchor>
          );
        })}
      </Text>
      <OnPress
        target={
          <ActionIcon variant="subtle" color="gray" aria-label={t("tags.menu", { tag: tag.tag })}>
            <IconDots size={18} />
          </ActionIcon>
        }
        menu={TagMenuDrop}
        load={loadMenu}
        menuProps={{ ask }}
      />
    </li>
  );
}
