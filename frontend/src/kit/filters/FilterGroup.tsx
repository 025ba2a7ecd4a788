import { ActionIcon, Button, Group, NativeSelect, Select, Stack } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ComponentType } from "react";
import type { Predicate } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { ConditionEditor } from "./ConditionEditor";
import {
  type ConditionNode,
  changed,
  type GroupNode,
  isGroup,
  isWhole,
  KINDS,
  newCondition,
  newGroup,
  newPredicate,
} from "./draft";
import classes from "./Filters.module.css";
import { fieldAt, type Linked } from "./fieldAt";
import { startOf } from "./operators";
import { partsOf } from "./parts";
import { filterable } from "./useFilterField";

/** How a segment edits what no list asks: one predicate in its row, and what offers to add one. */
export interface PredicateParts {
  Row: ComponentType<{ object: CompiledObject; predicate: Predicate; onChange(next: Predicate): void }>;
  Add: ComponentType<{ object: CompiledObject; onAdd(predicate: Predicate): void }>;
}

interface Props {
  object: CompiledObject;
  linked: readonly Linked[];
  group: GroupNode;
  depth: number;
  onChange(group: GroupNode): void;
  onRemove?(): void;
  predicates?: PredicateParts | undefined;
}

const DEEPEST = 4;

/** The members of a group, which must hold together, or one of them, or none. */
export function FilterGroup({ object, linked, group, depth, onChange, onRemove, predicates }: Props) {
  const { t } = useWords("filters");
  const first = filterable(object)[0];
  const add = (member: GroupNode["members"][number]) => onChange({ ...group, members: [...group.members, member] });
  return (
    <fieldset className={classes.group} data-depth={depth} aria-label={t(`filter.kind.${group.kind}`)}>
      <Group gap={4} wrap="nowrap" mb="xs">
        <NativeSelect
          aria-label={t("filter.kindName")}
          value={group.kind}
          data={KINDS.map((kind) => ({ value: kind, label: t(`filter.kind.${kind}`) }))}
          onChange={(event) => {
            const kind = KINDS.find((one) => one === event.currentTarget.value);
            if (kind) onChange({ ...group, kind });
          }}
        />
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={t("filter.removeGroup")} onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </Group>
      <Stack gap="xs">
        {group.members.map((member) =>
          isGroup(member) ? (
            <FilterGroup
              key={member.id}
              object={object}
              linked={linked}
              group={member}
              depth={depth + 1}
              onChange={(next) => onChange(changed(group, member.id, () => next))}
              onRemove={() => onChange(changed(group, member.id, () => null))}
              predicates={predicates}
            />
          ) : isWhole(member) ? (
            predicates && (
              <div key={member.id} className={classes.row}>
                <div className={classes.whole}>
                  <predicates.Row
                    object={object}
                    predicate={member.predicate}
                    onChange={(predicate) => onChange(changed(group, member.id, () => ({ ...member, predicate })))}
                  />
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={36}
                  aria-label={t("filter.removeWhole")}
                  onClick={() => onChange(changed(group, member.id, () => null))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </div>
            )
          ) : (
            <ConditionRow
              key={member.id}
              object={object}
              linked={linked}
              node={member}
              onChange={(next) => onChange(changed(group, member.id, () => next))}
              onRemove={() => onChange(changed(group, member.id, () => null))}
            />
          ),
        )}
      </Stack>
      <Group gap={4} mt="xs">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          disabled={!first}
          onClick={() => first && add(newCondition(startOf(first)))}
        >
          {t("filter.addCondition")}
        </Button>
        {depth < DEEPEST && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} />}
            disabled={!first}
            onClick={() => first && add(newGroup(group.kind === "all" ? "any" : "all", [newCondition(startOf(first))]))}
          >
            {t("filter.addGroup")}
          </Button>
        )}
        {predicates && <predicates.Add object={object} onAdd={(predicate) => add(newPredicate(predicate))} />}
      </Group>
    </fieldset>
  );
}

const withParts = (object: CompiledObject) => filterable(object).flatMap((field) => [field, ...partsOf(field)]);

interface RowProps {
  object: CompiledObject;
  linked: readonly Linked[];
  node: ConditionNode;
  onChange(node: ConditionNode): void;
  onRemove(): void;
}

function ConditionRow({ object, linked, node, onChange, onRemove }: RowProps) {
  const { t, label } = useWords("filters");
  const { condition } = node;
  const field = fieldAt(object, linked, condition.field);
  const data = [
    {
      group: label(object.label),
      items: withParts(object).map((one) => ({ value: one.name, label: label(one.label) })),
    },
    ...linked.map(({ link, object: other }) => ({
      group: label(link.label),
      items: withParts(other).map((one) => ({
        value: `${link.name}.${one.name}`,
        label: `${label(link.label)} › ${label(one.label)}`,
      })),
    })),
  ];
  const choose = (path: string | null) => {
    const chosen = path ? fieldAt(object, linked, path) : undefined;
    if (chosen && path) onChange({ ...node, condition: startOf(chosen, path) });
  };
  return (
    <div className={classes.row}>
      <Select
        aria-label={t("filter.field")}
        data={data}
        value={condition.field}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t("fields.nothingFound")}
        className={classes.field}
        onChange={choose}
      />
      <div className={classes.editor}>
        {field && (
          <ConditionEditor
            key={condition.field}
            field={field}
            name={label(field.label)}
            condition={condition}
            isCompact
            onChange={(next) => onChange({ ...node, condition: next })}
          />
        )}
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t("filter.removeCondition", { name: field ? label(field.label) : condition.field })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
