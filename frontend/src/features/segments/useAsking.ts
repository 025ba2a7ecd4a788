import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type Unknown, useInterpretation, useSentence } from "@/api/segments";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";

interface Begun {
  object: string;
  filter: Filter | undefined;
  sentence: string;
}

/**
 * A filter that may be said or built: a sentence typed makes the conditions, and conditions changed by hand make the
 * sentence. Whichever was touched last leads.
 */
export function useAsking(begun: Begun) {
  const { language } = useWords("segments");
  const [text, setText] = useState(begun.sentence);
  const [object, setObject] = useState(begun.object);
  const [choices, setChoices] = useState<Record<string, string>>({});
  const [leads, setLeads] = useState<"saved" | "words" | "tree">("saved");
  const [built, setBuilt] = useState<Filter | undefined>(begun.filter);
  const [said] = useDebouncedValue(text, 350);
  const isSaying = leads === "words" || (leads === "saved" && Boolean(begun.sentence));
  const told = useInterpretation({ text: isSaying ? said : "", object, locale: language, choices });
  const heard = isSaying && said.trim() ? told.data : undefined;
  const sentence = useSentence(object, built, language, leads === "tree" || (leads === "saved" && !begun.sentence));
  const filter = leads === "words" ? heard?.filter : built;
  return {
    text: leads === "tree" || (leads === "saved" && !begun.sentence) ? (sentence.data ?? "") : text,
    object: leads === "words" ? (heard?.object ?? object) : object,
    filter,
    heard,
    isReading: isSaying && (told.isFetching || said !== text),
    problem: isSaying ? told.error : null,
    /** Changes with what the words say, so that the tree begins anew; by hand it stays as it is. */
    treeKey:
      leads === "words" ? `${heard?.object} ${JSON.stringify(heard?.filter)}` : leads === "tree" ? "tree" : "saved",
    isChanged: leads !== "saved",
    say(next: string) {
      setText(next);
      setChoices({});
      setLeads("words");
    },
    choose(id: string, value: string) {
      setChoices((held) => ({ ...held, [id]: value }));
      setLeads("words");
    },
    replace({ start, end }: Unknown, by: string) {
      setText((held) => `${held.slice(0, start)}${by}${held.slice(end)}`.replace(/\s{2,}/g, " ").trim());
      setLeads("words");
    },
    build(next: Filter | undefined) {
      setObject((held) => (leads === "words" ? (heard?.object ?? held) : held));
      setBuilt(next);
      setLeads("tree");
    },
    about(plural: string) {
      setObject(plural);
      if (leads !== "words") setBuilt(undefined);
    },
    settle() {
      setBuilt(filter);
      setLeads("saved");
    },
  };
}
