import { ActionIcon, Checkbox, Group, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQueries } from "@tanstack/react-query";
import { recordQuery } from "@/api/records";
import { useWords } from "@/i18n/useWords";
import { RecordSearch } from "@/kit/RecordSearch";
import type { FormProps } from "./BlockForm";
import { PictureInput } from "./PictureInput";
import classes from "./Templates.module.css";

interface Item {
  product: string;
  url?: string;
  alt?: string;
  image?: string;
}

const PRODUCTS = ["products"];
const MOST = 12;

/** Products of the firm's own catalogue: their names and prices are those of the day on which the mail goes. */
export function ProductsForm({ block, onChange }: FormProps) {
  const { t } = useWords("templates");
  const items = Array.isArray(block.items) ? (block.items as Item[]) : [];
  const found = useQueries({ queries: items.map((item) => recordQuery("products", item.product)) });
  const set = (next: Item[]) => onChange({ ...block, items: next });
  const change = (place: number, part: Partial<Record<"url" | "image", string | undefined>>) =>
    set(items.map((one, at) => (at === place ? ({ ...one, ...part } as Item) : one)));
  return (
    <Stack gap="sm">
      <ul className={classes.products}>
        {items.map((item, place) => {
          const name = String(found[place]?.data?.name ?? t("parts.product"));
          return (
            <li key={item.product} className={classes.product}>
              <Group justify="space-between" wrap="nowrap">
                <Text size="sm" fw={550}>
                  {name}
                </Text>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  aria-label={t("templates.removeBlock", { name })}
                  onClick={() => set(items.filter((_, at) => at !== place))}
                >
                  <IconX size={16} />
                </ActionIcon>
              </Group>
              <TextInput
                size="xs"
                label={t("parts.url")}
                value={item.url ?? ""}
                onChange={(event) => change(place, { url: event.currentTarget.value || undefined })}
              />
              <PictureInput
                size="xs"
                src={item.image ?? ""}
                error={undefined}
                onChange={(image) => change(place, { image: image || undefined })}
              />
            </li>
          );
        })}
      </ul>
      {items.length < MOST && (
        <RecordSearch
          label={t("parts.addProduct")}
          placeholder={t("parts.findProduct")}
          objects={PRODUCTS}
          value={null}
          onChange={(picked) =>
            picked && !items.some((item) => item.product === picked.id) && set([...items, { product: picked.id }])
          }
        />
      )}
      <NativeSelect
        label={t("parts.perRow")}
        data={["1", "2", "3"]}
        value={String(block.columns ?? 2)}
        onChange={(event) => onChange({ ...block, columns: Number(event.currentTarget.value) })}
      />
      <Checkbox
        label={t("parts.price")}
        checked={block.price !== false}
        onChange={(event) => onChange({ ...block, price: event.currentTarget.checked })}
      />
    </Stack>
  );
}
