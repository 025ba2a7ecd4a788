import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { SidePanel } from "@/kit/SidePanel";
import type { CompiledObject } from "@/metadata/compile";
import { draftOf, filterOfDraft, type GroupNode, newCondition } from "./draft";
import { FilterGroup } from "./FilterGroup";
import { fieldAt } from "./fieldAt";
import { startOf } from "./operators";
import { conditionsOf } from "./tree";
import { filterable } from "./useFilterField";
import { useLinked } from "./useLinked";

interface Props {
  object: CompiledObject;
  filter: Filter | undefined;
  onChange(filter: Filter | undefined): void;
  onClose(): void;
}

/** Every condition that the API can ask, in groups within groups; the list behind follows at once. */
export function FilterBuilder({ object, filter, onChange, onClose }: Props) {
  const { t, inner } = useWords("filters");
  const linked = useLinked(object);
  const [draft, setDraft] = useState<GroupNode>(() => {
    const begun = draftOf(filter);
    const first = filterable(object)[0];
    return begun.members.length || !first ? begun : { ...begun, members: [newCondition(startOf(first))] };
  });
  const change = (next: GroupNode) => {
    setDraft(next);
    const asked = filterOfDraft(next, (path) => fieldAt(object, linked, path));
    if (JSON.stringify(asked) !== JSON.stringify(filter)) onChange(asked);
  };
  return (
    <SidePanel
      isSheet
      onClose={onClose}
      size={620}
      title={t("filter.builderTitle", { name: inner(object.labelPlural) })}
      overlayProps={{ backgroundOpacity: 0.1 }}
    >
      <Stack gap="md">
        <FilterGroup object={object} linked={linked} group={draft} depth={0} onChange={change} />
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {t("filter.counted.conditions", { count: conditionsOf(filter).length })}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={() => change({ ...draft, members: [] })}>
              {t("filter.clear")}
            </Button>
            <Button onClick={onClose}>{t("filter.done")}</Button>
          </Group>
        </Group>
      </Stack>
    </SidePanel>
  );
}
