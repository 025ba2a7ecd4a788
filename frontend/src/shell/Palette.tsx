import "@mantine/spotlight/styles.layer.css";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconFileImport, IconHome, IconPlus, IconSearch } from "@tabler/icons-react";
import { useIsFetching } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useEffect, useState } from "react";
import { useObjects } from "@/api/objects";
import { useSearch } from "@/api/records";
import type { ObjectSummary, RecordRow } from "@/api/types";
import { spacedPhone } from "@/fields/phone";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/create";
import { iconOf } from "@/kit/icons";
import { fold } from "@/lib/locale";
import { useStore } from "@/lib/store";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { paletteWishes } from "./palette";
import { placesOf } from "./places";

const ICON = 18;
/** Goes through to the scroll area, which the keyboard must reach; the list's own type does not tell. */
const SCROLLED = { viewportProps: { tabIndex: 0 } };
const SEARCHED = new Set(["companies", "contacts", "leads", "deals", "tasks", "orders", "products"]);

/** Go anywhere, find anyone, start anything: Ctrl or ⌘ and K. */
export function Palette() {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const wishes = useStore(paletteWishes);
  useEffect(() => {
    if (wishes) spotlight.open();
  }, [wishes]);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      shortcut={null}
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 80 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { "aria-label": t("palette.title") } }}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.title")}
        leftSection={<IconSearch size={ICON} stroke={1.6} />}
      />
      {isOpen && <Results query={query.trim()} />}
    </Spotlight.Root>
  );
}

function Results({ query }: { query: string }) {
  const { t, label, inner } = useWords();
  const navigate = useNavigate();
  const objects = useObjects();
  const [q] = useDebouncedValue(query, 150);
  const [found, setFound] = useState<Record<string, number>>({});
  const places = placesOf(objects);
  const all = [...places.main, ...places.more];
  const matches = (words: string) =>
    fold(query)
      .split(/\s+/)
      .every((part) => fold(words).includes(part));
  const go = [
    {
      key: "home",
      label: t("nav.home"),
      icon: <IconHome size={ICON} stroke={1.6} />,
      run: () => navigate({ to: "/" }),
    },
    ...all.map((object) => ({
      key: object.plural,
      label: label(object.label_plural),
      icon: icon(object),
      run: () => navigate({ to: "/records/$plural", params: { plural: object.plural } }),
    })),
    {
      key: "imports",
      label: t("nav.imports"),
      icon: <IconFileImport size={ICON} stroke={1.6} />,
      run: () => navigate({ to: "/imports" }),
    },
  ].filter((place) => matches(`${t("palette.go")} ${place.label}`));
  const create = all
    .filter((object) => may(object.permissions, "create"))
    .map((object) => ({ object, label: t("create.submit", { name: inner(object.label) }) }))
    .filter((action) => matches(action.label));
  const searched = objects.filter((object) => SEARCHED.has(object.plural) && may(object.permissions, "read"));
  const searching = useIsFetching({ predicate: ({ queryKey }) => queryKey[2] === "search" }) > 0;
  const hits = Object.values(found).reduce((sum, count) => sum + count, 0);
  return (
    <Spotlight.ActionsList {...SCROLLED}>
      {query.length > 1 &&
        searched.map((object) => (
          <Found
            key={object.plural}
            object={object}
            q={q}
            onCount={(count) =>
              setFound((held) => (held[object.plural] === count ? held : { ...held, [object.plural]: count }))
            }
          />
        ))}
      {create.length > 0 && query && (
        <Spotlight.ActionsGroup label={t("palette.create")}>
          {create.map((action) => (
            <Spotlight.Action
              key={action.object.plural}
              label={action.label}
              leftSection={<IconPlus size={ICON} stroke={1.6} />}
              onClick={() => openCreate({ plural: action.object.plural })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {go.length > 0 && (
        <Spotlight.ActionsGroup label={t("palette.go")}>
          {go.map((place) => (
            <Spotlight.Action key={place.key} label={place.label} leftSection={place.icon} onClick={place.run} />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {!go.length && !create.length && !hits && (
        <Spotlight.Empty>{searching || q !== query ? t("fields.searching") : t("palette.nothing")}</Spotlight.Empty>
      )}
    </Spotlight.ActionsList>
  );
}

function icon(object: ObjectSummary): ReactNode {
  const Icon = iconOf(object.icon);
  return <Icon size={ICON} stroke={1.6} />;
}

function hintOf(record: RecordRow): string {
  const first = (value: unknown) =>
    Array.isArray(value) ? ((value.find((one) => one?.primary) ?? value[0])?.value as string | undefined) : undefined;
  const company = Object.values(record.links ?? {}).flat()[0]?.name ?? (record.company_name as string | undefined);
  const phone = first(record.phones);
  return [company, first(record.emails), phone ? spacedPhone(phone) : ""].filter(Boolean).join(" · ");
}

function Found({ object, q, onCount }: { object: ObjectSummary; q: string; onCount(count: number): void }) {
  const { label } = useWords();
  const navigate = useNavigate();
  const items = useSearch(object.plural, q, q.length > 1).data?.items ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the count is news
  useEffect(() => onCount(items.length), [items.length]);
  if (!items.length) return null;
  return (
    <Spotlight.ActionsGroup label={label(object.label_plural)}>
      {items.map((record) => (
        <Spotlight.Action
          key={record.id}
          label={nameOf(record, object.name_field)}
          description={hintOf(record)}
          leftSection={icon(object)}
          onClick={() => navigate({ to: "/records/$plural/$id", params: { plural: object.plural, id: record.id } })}
        />
      ))}
    </Spotlight.ActionsGroup>
  );
}
