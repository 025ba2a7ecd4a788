import { Badge, Button, SegmentedControl, Text } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconDots } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { formQuery, useFormWrites } from "@/api/forms";
import { useMayManage, useObject } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showDone, showProblem, showUndo } from "@/kit/notices";
import { OnPress } from "@/kit/OnPress";
import { Page } from "@/kit/Page";
import { errorTexts } from "@/kit/problemText";
import { AfterPart } from "./AfterPart";
import { ConsentPart } from "./ConsentPart";
import { type Draft, draftOf } from "./draft";
import classes from "./Forms.module.css";
import { HeadPart } from "./HeadPart";
import { Questions } from "./Questions";
import { SharePart } from "./SharePart";

const loadMenu = () => import("./FormMenuDrop");
const FormMenuDrop = lazy(() => loadMenu().then((module) => ({ default: module.FormMenuDrop })));
const RemoveForm = lazy(() => import("./RemoveForm").then((module) => ({ default: module.RemoveForm })));

/** A form: what it asks on one side; how it looks and where it is put on the other. */
export function FormEditorPage({ id }: { id: string }) {
  const { t } = useWords("forms");
  const { data: saved } = useSuspenseQuery(formQuery(id));
  const object = useObject(saved.object);
  const { change } = useFormWrites();
  const kept = useMemo(() => draftOf(saved), [saved]);
  const [draft, setDraft] = useState<Draft>(kept);
  const [problem, setProblem] = useState<unknown>(null);
  const [isRemoving, setRemoving] = useState(false);
  const [side, setSide] = useState("write");
  const isWide = useMediaQuery("(min-width: 75em)") ?? true;
  const mayWrite = useMayManage("forms", "update");
  const isDirty = JSON.stringify(draft) !== JSON.stringify(kept);
  const errors = errorTexts(problem, t);
  const edit = (part: Partial<Draft>) => setDraft((held) => ({ ...held, ...part }));

  const save = async () => {
    setProblem(null);
    try {
      const { object: _, ...wish } = draft;
      const after = await change.mutateAsync({ id, version: saved.version, ...wish });
      setDraft(draftOf(after));
      showDone(t("forms.saved"));
    } catch (reason) {
      setProblem(reason);
      showProblem(reason);
    }
  };
  const turn = async (isOpen: boolean, version = saved.version) => {
    const after = await change.mutateAsync({ id, version, is_open: isOpen });
    edit({ is_open: isOpen });
    return after.version;
  };
  const toggle = () => {
    const isOpen = !kept.is_open;
    turn(isOpen).then(
      (version) => showUndo(t(isOpen ? "forms.nowOpen" : "forms.nowClosed"), () => turn(!isOpen, version)),
      showProblem,
    );
  };

  const written = (
    <fieldset className={classes.written} disabled={!mayWrite}>
      <HeadPart draft={draft} errors={errors} onChange={edit} />
      <Questions object={object} fields={draft.fields} errors={errors} onChange={(fields) => edit({ fields })} />
      <ConsentPart consent={draft.consent} errors={errors} language={draft.language} onChange={edit} />
      <AfterPart draft={draft} errors={errors} onChange={edit} />
    </fieldset>
  );
  return (
    <Page
      title={draft.name || saved.name}
      before={<BackLink to="/forms" aria-label={t("forms.title")} />}
      aside={
        isDirty ? (
          <Text size="sm" c="dimmed">
            {t("forms.unsaved")}
          </Text>
        ) : (
          <Badge color={kept.is_open ? "albahaca" : "gray"} flex="none">
            {t(kept.is_open ? "forms.open" : "forms.closed")}
          </Badge>
        )
      }
      actions={
        mayWrite && (
          <>
            <OnPress
              target={
                <Button variant="default" px={8} aria-label={t("forms.actions")}>
                  <IconDots size={18} />
                </Button>
              }
              menu={FormMenuDrop}
              load={loadMenu}
              menuProps={{ isOpen: kept.is_open, onToggle: toggle, onRemove: () => setRemoving(true) }}
            />
            <Button disabled={!isDirty} loading={change.isPending} onClick={save}>
              {t("actions.save")}
            </Button>
          </>
        )
      }
    >
      {!isWide && (
        <SegmentedControl
          fullWidth
          mb="md"
          aria-label={t("forms.side")}
          value={side}
          onChange={setSide}
          data={[
            { value: "write", label: t("forms.write") },
            { value: "see", label: t("forms.see") },
          ]}
        />
      )}
      <div className={classes.sides}>
        {(isWide || side === "write") && written}
        {(isWide || side === "see") && <SharePart form={saved} isDirty={isDirty} />}
      </div>
      <Suspense fallback={null}>
        {isRemoving && <RemoveForm form={saved} onClose={() => setRemoving(false)} onGone={() => setDraft(kept)} />}
      </Suspense>
      <LeaveGuard isDirty={isDirty} />
    </Page>
  );
}
