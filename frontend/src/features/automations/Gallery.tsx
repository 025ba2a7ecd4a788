import { Anchor, Button, SegmentedControl, Skeleton, Text, Title } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { type Starter, useAutomationWrites, useStarters } from "@/api/automations";
import { useMe } from "@/api/me";
import { ApiProblem } from "@/api/problems";
import { useSegmentWrites } from "@/api/segments";
import { useSenders } from "@/api/sending";
import { useTemplateWrites } from "@/api/templates";
import type { Language } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showProblem, showUndo } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import classes from "./Automations.module.css";

const ForWhom = lazy(() => import("./ForWhom").then((module) => ({ default: module.ForWhom })));

/** On at once, or first a draft to be looked at and changed. */
type How = "enable" | "draft";
const HOWS = ["enable", "draft"] as const;

/** The automations that firms ask for first, each with its mail: one click, and it is on or there to be changed. */
export function Gallery({ isFirst }: { isFirst: boolean }) {
  const { t, language, label } = useWords("automations");
  const starters = useStarters().data;
  const [spoken, setSpoken] = useState<Language>(language);
  const [asking, setAsking] = useState<{ starter: Starter; how: How } | null>(null);
  const [wasRefused, setRefused] = useState(false);
  const lacksSender = useSenders().data?.length === 0 || wasRefused;
  const [busy, setBusy] = useState<{ key: string; how: How } | null>(null);
  const { begin, remove } = useAutomationWrites();
  const templates = useTemplateWrites();
  const segments = useSegmentWrites();
  const navigate = useNavigate();
  const once = useOnce();

  const take = async (starter: Starter, how: How, segment?: string) => {
    setBusy({ key: starter.key, how });
    try {
      const wish = { key: starter.key, language: spoken, segment, enable: how === "enable" };
      const made = await once(wish, (key) => begin.mutateAsync({ ...wish, once: key }));
      setAsking(null);
      await navigate({ to: "/automations/$id", params: { id: made.automation } });
      const told = how === "enable" ? "automations.starters.enabled" : "automations.starters.drafted";
      showUndo(t(told, { name: label(starter.label) }), async () => {
        await remove.mutateAsync({ id: made.automation, version: 1 });
        for (const id of made.templates) await templates.remove.mutateAsync({ id, version: 1 });
        if (made.segment) await segments.remove.mutateAsync({ id: made.segment, version: 1 });
        await navigate({ to: "/automations" });
      });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "no_sender") setRefused(true);
      else showProblem(problem);
    } finally {
      setBusy(null);
    }
  };

  const ask = (starter: Starter, how: How) =>
    starter.needs_segment ? setAsking({ starter, how }) : take(starter, how);

  return (
    <section className={classes.gallery} aria-labelledby="starters">
      <header className={classes.galleryHead}>
        <div>
          <Title order={2} id="starters" className={classes.sectionTitle}>
            {t(isFirst ? "automations.starters.title" : "automations.starters.more")}
          </Title>
          <Text size="sm" c="dimmed">
            {t("automations.starters.text")}
          </Text>
        </div>
        <SegmentedControl
          size="xs"
          aria-label={t("automations.starters.language")}
          value={spoken}
          onChange={(value) => setSpoken(value as Language)}
          data={(["es", "en"] as const).map((value) => ({
            value,
            label: t(`automations.starters.languages.${value}`),
          }))}
        />
      </header>
      {lacksSender && <LacksSender />}
      {!starters && <Skeleton height={180} aria-hidden />}
      <ul className={classes.cards}>
        {starters?.map((starter) => {
          const name = label(starter.label);
          return (
            <li key={starter.key} className={classes.card}>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed" flex={1}>
                {label(starter.says)}
              </Text>
              <div className={classes.cardFoot}>
                {HOWS.map((how) => (
                  <Button
                    key={how}
                    size="compact-md"
                    variant={how === "draft" ? "subtle" : starter.is_used ? "default" : "light"}
                    loading={busy?.key === starter.key && busy.how === how}
                    disabled={lacksSender || busy !== null}
                    aria-label={t(`automations.starters.${how}Of`, { name })}
                    onClick={() => ask(starter, how)}
                  >
                    {t(`automations.starters.${how === "enable" && starter.is_used ? "again" : how}`)}
                  </Button>
                ))}
                {starter.is_used && (
                  <Text size="sm" c="dimmed">
                    {t("automations.starters.used")}
                  </Text>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <Suspense fallback={null}>
        {asking && (
          <ForWhom
            name={label(asking.starter.label)}
            verb={t(`automations.starters.${asking.how}`)}
            isBusy={busy !== null}
            onClose={() => setAsking(null)}
            onChoose={(segment) => take(asking.starter, asking.how, segment)}
          />
        )}
      </Suspense>
    </section>
  );
}

/** What is to be done first: nobody is written to in nobody's name. */
function LacksSender() {
  const { t } = useWords("automations");
  const { user } = useMe();
  return (
    <div role="status" className={classes.notice}>
      <Text size="sm">{t("automations.starters.noSender")}</Text>
      {user.role === "admin" ? (
        <Anchor size="sm" fw={600} renderRoot={(props) => <Link {...props} to="/settings/sending" />}>
          {t("automations.setUpSending")}
        </Anchor>
      ) : (
        <Text size="sm" c="dimmed">
          {t("automations.starters.askAdmin")}
        </Text>
      )}
    </div>
  );
}
