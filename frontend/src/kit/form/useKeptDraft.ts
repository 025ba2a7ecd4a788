import { useEffect, useMemo, useRef, useState } from "react";
import type { Values } from "@/api/types";
import { dropDraft, keepDraft, readDraft } from "@/lib/drafts";
import { sameValue } from "@/metadata/sameValue";
import type { OpenForm } from "./formFrame";

const PAUSE = 400;

interface Held {
  values: Values;
  initial: Values;
  setValues(values: Values): void;
}

/**
 * Keeps what is being written in the browser as it is written, and brings it back when the same form opens again.
 * `recovered` says since when, until somebody begins anew.
 */
export function useKeptDraft(key: string, held: Held) {
  const [recovered, setRecovered] = useState<number | null>(null);
  const now = useRef(held);
  now.current = held;
  const isOver = useRef(false);
  const isKept = useRef(true);

  const form: OpenForm & { restart(): void } = useMemo(() => {
    const isDirty = () => !isOver.current && !sameValue(now.current.values, now.current.initial);
    const keep = () => {
      isKept.current = true;
      keepDraft(key, { values: written(now.current), at: Date.now() }).catch(() => {
        isKept.current = false;
      });
    };
    const discard = () => {
      isOver.current = true;
      dropDraft(key).catch(() => {});
    };
    const restart = () => {
      now.current.setValues(now.current.initial);
      setRecovered(null);
      dropDraft(key).catch(() => {});
    };
    return { isDirty, isKept: () => isKept.current, keep, discard, restart };
  }, [key]);

  useEffect(() => {
    let isHere = true;
    readDraft(key).then((draft) => {
      if (!isHere || !draft || form.isDirty()) return;
      const values = { ...now.current.initial, ...draft.values };
      if (sameValue(values, now.current.initial)) return;
      now.current.setValues(values);
      setRecovered(draft.at);
    }, Object);
    return () => {
      isHere = false;
    };
  }, [key, form]);

  const { values } = held;
  useEffect(() => {
    if (values === now.current.initial || !form.isDirty()) return;
    isKept.current = false;
    const timer = setTimeout(form.keep, PAUSE);
    return () => clearTimeout(timer);
  }, [values, form]);

  return { form, recovered };
}

function written({ values, initial }: Held): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => !sameValue(value, initial[name])));
}
