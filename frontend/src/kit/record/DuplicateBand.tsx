import { lazy, Suspense, useEffect, useState } from "react";
import { useMe } from "@/api/me";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import type { RecordSlotProps } from "../slots";

const DuplicateWarning = lazy(() =>
  import("./DuplicateWarning").then((module) => ({ default: module.DuplicateWarning })),
);
const PATIENCE = 1_500;

/** Only people and firms are looked for: what has an address or a number of its own. */
export const isLookedFor = (object: CompiledObject) =>
  [...object.fields.values()].some((field) => field.type === "email" || field.type === "phone");

/** Looks for the same record twice, once the page has come to rest, for whoever could make one of both. */
export function DuplicateBand({ object, record }: RecordSlotProps) {
  const { user } = useMe();
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  const mayMerge = (["update", "delete"] as const).every((act) => may(object.permissions, act, record, user.id));
  if (!isReady || !mayMerge || !isLookedFor(object)) return null;
  return (
    <Suspense fallback={null}>
      <DuplicateWarning object={object} record={record} />
    </Suspense>
  );
}
