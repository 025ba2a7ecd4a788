import { Button, NativeSelect, Skeleton } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMaybeObject, useObjects } from "@/api/objects";
import { useSegmentWrites } from "@/api/segments";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { LeaveGuard } from "@/kit/LeaveGuard";
import { showProblem } from "@/kit/notices";
import { Page } from "@/kit/Page";
import { useOnce } from "@/kit/useOnce";
import { Editor } from "./Editor";
import { Points } from "./Points";
import { useAsking } from "./useAsking";

/** A segment that is being said for the first time. */
export function NewSegmentPage() {
  const { t, label } = useWords("segments");
  const objects = useObjects();
  const begun = objects.find((one) => one.plural === "companies") ?? objects[0];
  const asking = useAsking({ object: begun?.plural ?? "", filter: undefined, sentence: "" });
  const object = useMaybeObject(asking.object);
  const [name, setName] = useState("");
  const [points, setPoints] = useState<number | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const { create } = useSegmentWrites();
  const navigate = useNavigate();
  const once = useOnce();
  const isSaid = !asking.heard?.unknown.length && !asking.isReading;

  const save = async () => {
    try {
      const wish = {
        name: name.trim(),
        object: asking.object,
        mode: "live" as const,
        filter: asking.filter ?? null,
        sentence: asking.text || null,
        points: object?.fields.has("score") ? points : null,
      };
      const made = await once(wish, (key) => create.mutateAsync({ ...wish, key }));
      setLeaving(true);
      await navigate({ to: "/segments/$id", params: { id: made.id }, ignoreBlocker: true });
    } catch (reason) {
      showProblem(reason);
    }
  };
  return (
    <Page
      title={t("segments.create")}
      before={<BackLink to="/segments" aria-label={t("segments.title")} />}
      actions={
        <Button disabled={!name.trim() || !isSaid} loading={create.isPending} onClick={save}>
          {t("segments.create")}
        </Button>
      }
    >
      {object ? (
        <Editor asking={asking} object={object} name={name} onName={setName}>
          <NativeSelect
            label={t("segments.object")}
            value={asking.object}
            data={objects.map((one) => ({ value: one.plural, label: label(one.label_plural) }))}
            onChange={(event) => asking.about(event.currentTarget.value)}
          />
          <Points object={object} points={points} onPoints={setPoints} />
        </Editor>
      ) : (
        <Skeleton height={200} aria-hidden />
      )}
      <LeaveGuard isDirty={!isLeaving && asking.isChanged} />
    </Page>
  );
}
