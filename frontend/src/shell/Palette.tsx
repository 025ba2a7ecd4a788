import "@mantine/spotlight/styles.layer.css";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useObjects } from "@/api/objects";
import { SHORTEST_SEARCH, useFind } from "@/api/search";
import { useWords } from "@/i18n/useWords";
import { fold } from "@/lib/locale";
import { useStore } from "@/lib/store";
import { may } from "@/metadata/access";
import { Keys } from "./Keys";
import { paletteWishes, takeTyped } from "./palette";
import { ICON, type Item, iconFor, useEntries } from "./paletteEntries";

/** Goes through to the scroll area, which the keyboard must reach; the list's own type does not tell. */
const SCROLLED = { viewportProps: { tabIndex: 0 } };
const MOST_FOUND = 12;
const PAUSE = 120;

/** Go anywhere, find anyone, start anything: Ctrl or ⌘ and K. */
export function Palette() {
  const { t } = useWords();
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const wishes = useStore(paletteWishes);
  const answered = useRef(0);
  useEffect(() => {
    if (!wishes || answered.current === wishes) return;
    answered.current = wishes;
    setQuery("");
    spotlight.open();
  }, [wishes]);
  return (
    <Spotlight.Root
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpen(true)}
      onSpotlightClose={() => setOpen(false)}
      shortcut={null}
      scrollable
      maxHeight={440}
      transitionProps={{ duration: 0 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.3 }}
      attributes={{ content: { "aria-label": t("palette.title") } }}
    >
      <Spotlight.Search
        placeholder={t("palette.placeholder")}
        aria-label={t("palette.title")}
        leftSection={<IconSearch size={ICON} stroke={1.6} />}
        onFocus={() => {
          const typed = takeTyped();
          if (typed) setQuery((held) => held + typed);
        }}
      />
      {isOpen && <Results query={query.trim()} />}
    </Spotlight.Root>
  );
}

function Results({ query }: { query: string }) {
  const { t, label } = useWords();
  const objects = useObjects();
  const entries = useEntries();
  const [q] = useDebouncedValue(query, PAUSE);
  const readable = objects.filter((object) => may(object.permissions, "read"));
  const find = useFind(q, { limit: MOST_FOUND, enabled: query.length >= SHORTEST_SEARCH });
  const isSearching = query.length >= SHORTEST_SEARCH && (q !== query || find.isFetching);
  const found = query.length >= SHORTEST_SEARCH ? (find.data?.items ?? []) : [];
  const words = fold(query).split(/\s+/);
  const matching = (items: readonly Item[], group: string) =>
    items.filter((item) => words.every((word) => fold(`${group} ${item.label} ${item.keywords ?? ""}`).includes(word)));
  const groups = entries
    .filter((group) => query || !group.onlyTyped)
    .map((group) => ({ ...group, items: query && group.onlyEmpty ? [] : matching(group.items, group.label) }))
    .filter((group) => group.items.length);
  return (
    <Spotlight.ActionsList {...SCROLLED}>
      {find.data?.corrected && found.length > 0 && q === query && (
        <div role="status" style={{ padding: "8px 12px", color: "var(--mantine-color-dimmed)", fontSize: 13 }}>
          {t("palette.corrected", { query, corrected: find.data.corrected })}
        </div>
      )}
      {readable
        .filter((object) => found.some((one) => one.object === object.plural))
        .map((object) => (
          <Spotlight.ActionsGroup key={object.plural} label={label(object.label_plural)}>
            {found
              .filter((one) => one.object === object.plural)
              .map((one) => (
                <Row
                  key={one.id}
                  item={{
                    key: one.id,
                    label: one.name ?? one.id.slice(-6),
                    hint: one.subtitle ?? undefined,
                    icon: iconFor(object),
                    run: () => entries.open(object.plural, one.id),
                  }}
                />
              ))}
          </Spotlight.ActionsGroup>
        ))}
      {groups.map((group) => (
        <Spotlight.ActionsGroup key={group.key} label={group.label}>
          {group.items.map((item) => (
            <Row key={item.key} item={item} />
          ))}
        </Spotlight.ActionsGroup>
      ))}
      {!groups.length && !found.length && (
        <Spotlight.Empty>{isSearching ? t("fields.searching") : t("palette.nothing")}</Spotlight.Empty>
      )}
    </Spotlight.ActionsList>
  );
}

function Row({ item }: { item: Item }) {
  return (
    <Spotlight.Action
      label={item.label}
      description={item.hint}
      leftSection={item.icon}
      rightSection={item.keys ? <Keys of={item.keys} /> : undefined}
      onClick={item.run}
    />
  );
}
