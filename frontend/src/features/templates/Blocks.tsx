import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { lazy } from "react";
import type { Block, BlockKind } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { OnPress } from "@/kit/OnPress";
import { BlockCard } from "./BlockCard";
import { KINDS, moved, newBlock } from "./blocks";
import classes from "./Templates.module.css";

const loadAdd = () => import("./AddBlockDrop");
const AddBlockDrop = lazy(() => loadAdd().then((module) => ({ default: module.AddBlockDrop })));

interface Props {
  blocks: readonly Block[];
  people: string;
  errors: Record<string, string>;
  /** Where the blocks lie in the document, for what is refused of them. */
  path?: string;
  kinds?: readonly BlockKind[];
  label?: string;
  onChange(blocks: Block[]): void;
}

/** The blocks of a mail in their order; the footer is always the last. */
export function Blocks({ blocks, people, errors, path = "blocks", kinds = KINDS, label, onChange }: Props) {
  const { t } = useWords("templates");
  const last = blocks.at(-1)?.kind === "footer" ? blocks.length - 1 : blocks.length;
  const change = (place: number, block: Block) => onChange(blocks.map((one, at) => (at === place ? block : one)));
  const add = (kind: BlockKind) => onChange([...blocks.slice(0, last), newBlock(kind), ...blocks.slice(last)]);
  return (
    <section aria-label={label ?? t("templates.blocks")}>
      <ol className={classes.blocks}>
        {blocks.map((block, place) => (
          <BlockCard
            key={block.id}
            block={block}
            people={people}
            errors={errors}
            path={`${path}.${place}`}
            onChange={(next) => change(place, next)}
            onUp={place > 0 && place < last ? () => onChange(moved(blocks, place, place - 1)) : undefined}
            onDown={place < last - 1 ? () => onChange(moved(blocks, place, place + 1)) : undefined}
            onRemove={block.kind === "footer" ? undefined : () => onChange(blocks.filter((_, at) => at !== place))}
          />
        ))}
      </ol>
      <OnPress
        target={
          <Button variant="default" size="sm" leftSection={<IconPlus size={16} />}>
            {t("templates.addBlock")}
          </Button>
        }
        menu={AddBlockDrop}
        load={loadAdd}
        menuProps={{ kinds, onAdd: add }}
      />
    </section>
  );
}
