import { NativeSelect } from "@mantine/core";
import { useMemo } from "react";
import { timeZones } from "@/lib/locale";

interface Props {
  label: string;
  value: string;
  error: string | undefined;
  onChange(zone: string): void;
}

/** The world's time zones by continent, in the browser's own list: it finds a city by its first letters, on phones too. */
export function ZoneSelect({ label, value, error, onChange }: Props) {
  const data = useMemo(() => grouped(value), [value]);
  return (
    <NativeSelect
      label={label}
      data={data}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function grouped(own: string) {
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const zone of new Set([...timeZones(), own])) {
    const [area = zone, ...place] = zone.split("/");
    const items = groups.get(area) ?? [];
    items.push({ value: zone, label: place.join(", ").replaceAll("_", " ") || zone });
    groups.set(area, items);
  }
  return [...groups].map(([group, items]) => ({ group, items }));
}
