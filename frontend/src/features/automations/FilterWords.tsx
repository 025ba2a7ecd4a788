import { useSentence } from "@/api/segments";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { FilterText } from "@/kit/filters/FilterText";
import type { CompiledObject } from "@/metadata/compile";
import { asksPredicates } from "./draft";

/** A condition in plain words; what only segments ask is said by whoever understands it. */
export function FilterWords({ object, filter }: { object: CompiledObject; filter: Filter }) {
  const { language } = useWords("automations");
  const needsSentence = asksPredicates(filter);
  const sentence = useSentence(object.plural, filter, language, needsSentence).data;
  if (!needsSentence) return <FilterText object={object} filter={filter} />;
  return <>{sentence ?? "…"}</>;
}
