import { Text, VisuallyHidden } from "@mantine/core";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { useListCount } from "./countOfList";
import type { ListSearch } from "./listState";

/** How many records a list has, quietly beside its title; nothing as long as that is not known. */
export function RecordListCount({ object, search }: { object: CompiledObject; search: ListSearch }) {
  const { t } = useWords();
  const formats = useFormats();
  const known = useListCount(object, search);
  if (!known?.count) return null;
  const { count, isExact } = known;
  const n = isExact ? formats.number(count) : t("list.group.atLeast", { n: formats.number(count) });
  const words = t("list.count", { count, n });
  return (
    <Text span size="xs" c="dimmed" title={words} style={{ flex: "none" }}>
      <span aria-hidden>{n}</span>
      <VisuallyHidden>{words}</VisuallyHidden>
    </Text>
  );
}
