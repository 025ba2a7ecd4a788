import { Button, SegmentedControl, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useState } from "react";
import { idempotencyKey } from "@/api/client";
import { useMayManage } from "@/api/objects";
import { type Content, type Reader, templateQuery, useTemplateWrites } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { OnPress } from "@/kit/OnPress";
import { Page } from "@/kit/Page";
import { errorTexts, problemText } from "@/kit/problemText";
import { Aim, type Aimed } from "./aim";
import { Blocks } from "./Blocks";
import { withIds } from "./blocks";
import { Envelope } from "./Envelope";
import classes from "./Templates.module.css";

const loadMenu = () => import("./TemplateMenuDrop");
const TemplateMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.TemplateMenuDrop })));
const Preview = lazy(() => import("./Preview").then((module) => ({ default: module.Preview })));
const Findings = lazy(() => import("./Findings").then((module) => ({ default: module.Findings })));

interface Draft extends Content {
  name: string;
}

interface Props {
  id: string;
  /** The part of the mail that somebody is led to. */
  at?: string | undefined;
}

/** A mail as it is written on one side, and as somebody will read it on the other. */
export function TemplatePage({ id, at }: Props) {
  const { t } = useWords("templates");
  const { data: saved } = useSuspenseQuery(templateQuery(id));
  const navigate = useNavigate();
  const writes = useTemplateWrites();
  const kept = useMemo<Draft>(() => draftOf(saved), [saved]);
  const [draft, setDraft] = useState<Draft>(kept);
  const [version, setVersion] = useState(saved.version);
  const [problem, setProblem] = useState<unknown>(null);
  const [reader, setReader] = useState<Reader | null>(null);
  const [side, setSide] = useState("write");
  const [aim, setAim] = useState<Aimed | null>(() => (at ? { at } : null));
  const isWide = useMediaQuery("(min-width: 75em)") ?? true;
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept);
  const mayWrite = useMayManage("templates", "update");
  const mayRemove = useMayManage("templates", "delete");
  const { name, ...content } = draft;
  const errors = errorTexts(problem, t);

  const save = async () => {
    setProblem(null);
    try {
      const after = await writes.change.mutateAsync({ id, version, ...draft });
      setVersion(after.version);
      setDraft(draftOf(after));
      showDone(t("templates.saved"));
    } catch (reason) {
      setProblem(reason);
      showProblem(reason);
    }
  };
  const again = () => writes.create.mutateAsync({ ...kept, key: idempotencyKey() });
  const remove = () =>
    writes.remove.mutateAsync({ id, version }).then(() => {
      setDraft(kept);
      navigate({ to: "/templates" });
      showUndo(t("templates.removed", { name: saved.name }), again);
    }, showProblem);

  const go = (place: string) => {
    setSide("write");
    setAim({ at: place });
  };
  const written = (
    <div className={classes.written}>
      <Envelope draft={draft} errors={errors} onChange={(part) => setDraft({ ...draft, ...part })} />
      <Blocks
        blocks={draft.blocks}
        people={reader?.object ?? "contacts"}
        errors={errors}
        onChange={(blocks) => setDraft((held) => ({ ...held, blocks }))}
      />
    </div>
  );
  const shown = (
    <Suspense fallback={null}>
      <div className={classes.shown}>
        <Preview id={id} content={content} reader={reader} onReader={setReader} />
        <Findings id={id} content={content} onGo={go} />
      </div>
    </Suspense>
  );
  return (
    <Page
      title={name || saved.name}
      before={<BackLink to="/templates" aria-label={t("templates.title")} />}
      aside={
        isDirty && (
          <Text size="sm" c="dimmed">
            {t("templates.unsaved")}
          </Text>
        )
      }
      actions={
        (mayWrite || mayRemove) && (
          <>
            {mayRemove && (
              <OnPress
                target={
                  <Button variant="default" px={8} aria-label={t("templates.actions")}>
                    <IconDots size={18} />
                  </Button>
                }
                menu={TemplateMenuDrop}
                load={loadMenu}
                menuProps={{ onRemove: remove }}
              />
            )}
            {mayWrite && (
              <Button disabled={!isDirty} loading={writes.change.isPending} onClick={save}>
                {t("actions.save")}
              </Button>
            )}
          </>
        )
      }
    >
      {Boolean(problem) && !Object.keys(errors).length && <p role="alert">{problemText(problem, t)}</p>}
      {!isWide && (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label={t("templates.side")}
          value={side}
          onChange={setSide}
          data={[
            { value: "write", label: t("templates.write") },
            { value: "read", label: t("templates.read") },
          ]}
        />
      )}
      <div className={classes.sides}>
        {(isWide || side === "write") && <Aim value={aim}>{written}</Aim>}
        {(isWide || side === "read") && shown}
      </div>
      <LeaveGuard isDirty={isDirty && mayWrite} />
    </Page>
  );
}

function draftOf(saved: { name: string; language?: unknown }): Draft {
  const { name, language, subject, preheader, sender, purpose, blocks } = saved as Draft;
  return {
    name,
    language,
    subject,
    preheader: preheader ?? null,
    sender: sender ?? null,
    purpose: purpose ?? null,
    blocks: withIds(blocks),
  };
}
