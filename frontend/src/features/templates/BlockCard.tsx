import { ActionIcon, Group, Text } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconChevronDown, IconChevronRight, IconTrash } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import type { Block } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { useAim } from "./aim";
import { BlockForm } from "./BlockForm";
import { isComplete, summaryOf } from "./blocks";
import { ICONS } from "./kinds";
import classes from "./Templates.module.css";

interface Props {
  block: Block;
  people: string;
  errors: Record<string, string>;
  path: string;
  onChange(block: Block): void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

/** One block: what it says in a line, and its parts once it is opened. */
export function BlockCard({ block, people, errors, path, onChange, onUp, onDown, onRemove }: Props) {
  const { t } = useWords("templates");
  const [isOpen, setOpen] = useState(!isComplete(block));
  const body = useId();
  const card = useRef<HTMLLIElement>(null);
  useAim(path, card, () => setOpen(true));
  const Icon = ICONS[block.kind];
  const name = t(`kinds.${block.kind}`);
  const refused = Object.entries(errors).find(([at]) => at === path || at.startsWith(`${path}.`))?.[1];
  const Turn = isOpen ? IconChevronDown : IconChevronRight;
  const summary = summaryOf(block);
  return (
    <li ref={card} className={classes.block} data-refused={refused ? true : undefined}>
      <Group gap={4} wrap="nowrap">
        <button
          type="button"
          className={classes.turn}
          aria-expanded={isOpen}
          aria-controls={body}
          onClick={() => setOpen(!isOpen)}
        >
          <Turn size={16} aria-hidden />
          <Icon size={17} stroke={1.6} aria-hidden />
          <Text span size="sm" fw={550}>
            {name}
          </Text>
          <Text span size="sm" c="dimmed" truncate="end">
            {summary}
          </Text>
        </button>
        <Act icon={IconArrowUp} words={t("templates.up", { name })} run={onUp} />
        <Act icon={IconArrowDown} words={t("templates.down", { name })} run={onDown} />
        <Act icon={IconTrash} words={t("templates.removeBlock", { name })} run={onRemove} />
      </Group>
      {refused && (
        <Text size="sm" className={classes.wrong} role="alert">
          {refused}
        </Text>
      )}
      {isOpen && (
        <div id={body} className={classes.parts}>
          <BlockForm block={block} people={people} errors={errors} path={path} onChange={onChange} />
        </div>
      )}
    </li>
  );
}

interface ActProps {
  icon: typeof IconTrash;
  words: string;
  run: (() => void) | undefined;
}

function Act({ icon: Icon, words, run }: ActProps) {
  if (!run) return null;
  return (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={words} title={words} onClick={run}>
      <Icon size={16} />
    </ActionIcon>
  );
}
