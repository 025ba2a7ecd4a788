import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";

/** What a key's scopes allow, in words: to write takes in to read where both are given. */
export function useScopeWords() {
  const { t, label, inner, language } = useWords("admin");
  const objects = useObjects();
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  return (scopes: readonly string[]): string => {
    if (scopes.includes("write")) return t("apiKeys.kinds.write");
    if (scopes.includes("read")) return t("apiKeys.kinds.read");
    const named = (verb: string) =>
      scopes
        .filter((scope) => scope.endsWith(`:${verb}`))
        .map((scope) => scope.slice(0, scope.indexOf(":")))
        .map((plural) => objects.find((object) => object.plural === plural))
        .flatMap((object) => (object ? [inner(object.label_plural) || label(object.label_plural)] : []));
    const [reads, writes] = [named("read"), named("write")];
    return [
      ...(reads.length ? [t("apiKeys.reads", { object: list.format(reads) })] : []),
      ...(writes.length ? [t("apiKeys.writes", { object: list.format(writes) })] : []),
    ].join(" · ");
  };
}
