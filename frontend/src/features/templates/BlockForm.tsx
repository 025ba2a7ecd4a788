import { Checkbox, NativeSelect, SegmentedControl, SimpleGrid, Skeleton, Stack, Text, TextInput } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { Block } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { Blocks } from "./Blocks";
import { ALIGNMENTS, columnsOf, INNER } from "./blocks";
import { GapMenu } from "./GapMenu";
import { MailText } from "./MailText";
import { useGap } from "./useGap";

export interface FormProps {
  block: Block;
  people: string;
  errors: Record<string, string>;
  path: string;
  onChange(block: Block): void;
}

const HEIGHTS = [8, 16, 24, 32, 48, 64, 96, 128];
const ProductsForm = lazy(() => import("./ProductsForm").then((module) => ({ default: module.ProductsForm })));
const PictureInput = lazy(() => import("./PictureInput").then((module) => ({ default: module.PictureInput })));
const textOf = (value: unknown) => (typeof value === "string" ? value : "");

/** The parts of a block, by its kind. */
export function BlockForm(props: FormProps) {
  const { t } = useWords("templates");
  const { block, people, onChange } = props;
  const set = (part: Partial<Block>) => onChange({ ...block, ...part });
  switch (block.kind) {
    case "heading":
      return (
        <Stack gap="sm">
          <Line {...props} part="text" label={t("parts.text")} />
          <NativeSelect
            label={t("parts.level")}
            data={[1, 2, 3].map((level) => ({ value: String(level), label: t(`parts.levels.${level}`) }))}
            value={String(block.level ?? 1)}
            onChange={(event) => set({ level: Number(event.currentTarget.value) })}
          />
          <Align {...props} />
        </Stack>
      );
    case "text":
    case "footer":
      return (
        <Stack gap="sm">
          {block.kind === "footer" && (
            <Text size="sm" c="dimmed">
              {t("parts.footerHint")}
            </Text>
          )}
          <MailText
            label={t(block.kind === "footer" ? "parts.footer" : "parts.html")}
            people={people}
            value={textOf(block.html)}
            onChange={(html) => set({ html })}
          />
          {block.kind === "text" && <Align {...props} />}
        </Stack>
      );
    case "button":
      return (
        <Stack gap="sm">
          <Line {...props} part="label" label={t("parts.label")} />
          <Line {...props} part="url" label={t("parts.url")} hint={t("parts.urlHint")} />
          <Align {...props} />
        </Stack>
      );
    case "image":
      return (
        <Stack gap="sm">
          <Suspense fallback={<Skeleton height={96} />}>
            <PictureInput
              src={textOf(block.src)}
              error={props.errors[`${props.path}.src`]}
              onChange={(src, width) => set({ src, ...(width ? { width } : {}) })}
            />
          </Suspense>
          <Line {...props} part="alt" label={t("parts.alt")} hint={t("parts.altHint")} />
          <Line {...props} part="url" label={t("parts.imageUrl")} />
          <Align {...props} />
        </Stack>
      );
    case "products":
      return (
        <Suspense fallback={<Skeleton height={180} />}>
          <ProductsForm {...props} />
        </Suspense>
      );
    case "columns":
      return <ColumnsForm {...props} />;
    case "spacer":
      return (
        <NativeSelect
          label={t("parts.height")}
          data={HEIGHTS.map(String)}
          value={String(block.height ?? 24)}
          onChange={(event) => set({ height: Number(event.currentTarget.value) })}
        />
      );
    default:
      return (
        <Text size="sm" c="dimmed">
          {t("parts.nothing")}
        </Text>
      );
  }
}

interface LineProps extends FormProps {
  part: string;
  label: string;
  hint?: string;
}

function Line({ block, people, errors, path, part, label, hint, onChange }: LineProps) {
  const value = textOf(block[part]);
  const change = (text: string) => onChange({ ...block, [part]: text });
  const gap = useGap(value, change);
  return (
    <TextInput
      ref={gap.ref}
      data-at={`${path}.${part}`}
      label={label}
      description={hint}
      value={value}
      error={errors[`${path}.${part}`]}
      rightSection={<GapMenu people={people} of={label} onPick={gap.insert} />}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function Align({ block, onChange }: FormProps) {
  const { t } = useWords("templates");
  return (
    <SegmentedControl
      size="xs"
      w="max-content"
      aria-label={t("parts.align")}
      data={ALIGNMENTS.map((value) => ({ value, label: t(`parts.aligns.${value}`) }))}
      value={textOf(block.align) || "left"}
      onChange={(align) => onChange({ ...block, align })}
    />
  );
}

function ColumnsForm({ block, people, errors, path, onChange }: FormProps) {
  const { t } = useWords("templates");
  const columns = columnsOf(block);
  const set = (place: number, blocks: Block[]) =>
    onChange({ ...block, columns: columns.map((column, at) => (at === place ? { blocks } : column)) });
  return (
    <Stack gap="sm">
      <Checkbox
        label={t("parts.third")}
        checked={columns.length > 2}
        onChange={(event) =>
          onChange({
            ...block,
            columns: event.currentTarget.checked ? [...columns, { blocks: [] }] : columns.slice(0, 2),
          })
        }
      />
      <SimpleGrid cols={1} spacing="md">
        {columns.map((column, place) => (
          <Blocks
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
            key={place}
            blocks={column.blocks}
            people={people}
            errors={errors}
            path={`${path}.columns.${place}.blocks`}
            kinds={INNER}
            label={t("parts.column", { n: place + 1 })}
            onChange={(blocks) => set(place, blocks)}
          />
        ))}
      </SimpleGrid>
    </Stack>
  );
}
