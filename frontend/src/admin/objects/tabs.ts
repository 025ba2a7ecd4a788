/** The tabs of the designer, as its addresses name them. */
export const OBJECTS_TABS = ["objects", "removed", "log"] as const;
export type ObjectsTab = (typeof OBJECTS_TABS)[number];

export const OBJECT_TABS = ["fields", "page", "list", "duplicates"] as const;
export type ObjectTab = (typeof OBJECT_TABS)[number];

/** The tab that an address names; the first when it names none. */
export function readTab<T extends string>(tabs: readonly T[], raw: Record<string, unknown>): { tab?: T } {
  const tab = tabs.find((one) => one === raw.tab);
  return tab && tab !== tabs[0] ? { tab } : {};
}
