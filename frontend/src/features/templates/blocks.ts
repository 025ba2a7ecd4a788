/** The kinds of block that a mail is built of: what a new one holds, and how one is called in the outline. */
import type { Block, BlockKind } from "@/api/templates";

/** What a mail is built of; its footer is there already. */
export const KINDS: readonly BlockKind[] = [
  "heading",
  "text",
  "button",
  "image",
  "products",
  "columns",
  "divider",
  "spacer",
];
/** What may stand beside something else. */
export const INNER: readonly BlockKind[] = ["heading", "text", "button", "image", "divider", "spacer"];
export const ALIGNMENTS = ["left", "center", "right"] as const;

const NEW: Record<BlockKind, () => Omit<Block, "kind" | "id">> = {
  heading: () => ({ text: "", level: 1 }),
  text: () => ({ html: "" }),
  button: () => ({ label: "", url: "" }),
  image: () => ({ src: "", alt: "" }),
  products: () => ({ items: [], columns: 2, price: true }),
  columns: () => ({ columns: [{ blocks: [] }, { blocks: [] }] }),
  divider: () => ({}),
  spacer: () => ({ height: 24 }),
  footer: () => ({}),
};

const newId = () => crypto.randomUUID().slice(0, 8);

export const newBlock = (kind: BlockKind): Block => ({ kind, id: newId(), ...NEW[kind]() });

/** The blocks, each with an id by which it is told from the others while they move. */
export const withIds = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => (block.id ? block : { ...block, id: newId() }));

const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The first words of a block, for the outline. */
export function summaryOf(block: Block): string {
  const html = textOf(block.html);
  const plain = html ? (new DOMParser().parseFromString(html, "text/html").body.textContent ?? "") : "";
  return (textOf(block.text) || textOf(block.label) || textOf(block.alt) || plain).trim().slice(0, 80);
}

/** Blocks that would be refused because what they need is missing are not sent to be shown. */
export function isComplete(block: Block): boolean {
  switch (block.kind) {
    case "heading":
      return Boolean(textOf(block.text).trim());
    case "text":
      return Boolean(textOf(block.html).trim());
    case "button":
      return Boolean(textOf(block.label).trim());
    case "image":
      return Boolean(textOf(block.src).trim());
    case "products":
      return Array.isArray(block.items) && block.items.length > 0;
    default:
      return true;
  }
}

/** Moves the block at one place to another; the footer stays last. */
export function moved(blocks: readonly Block[], from: number, to: number): Block[] {
  const next = [...blocks];
  const [taken] = next.splice(from, 1);
  if (taken) next.splice(to, 0, taken);
  return next;
}

export interface Column {
  blocks: Block[];
}

export const columnsOf = (block: Block): Column[] => (Array.isArray(block.columns) ? (block.columns as Column[]) : []);
