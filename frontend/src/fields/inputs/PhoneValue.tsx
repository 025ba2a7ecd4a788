import { Group, Select, TextInput } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMe } from "@/api/me";
import { useWords } from "@/i18n/useWords";
import { fold } from "@/lib/locale";
import type { ChannelValueProps } from "./ChannelInput";
import { CALLING_CODES, countryOfZone, grouped, joined, parted } from "./callingCodes";

/** Every country with its code, in the reader's language. */
function useCountries() {
  const { language } = useWords();
  return useMemo(() => {
    const names = new Intl.DisplayNames(language, { type: "region" });
    return [...CALLING_CODES]
      .map(([value, code]) => ({ value, label: `+${code}`, name: names.of(value) ?? value }))
      .sort((one, other) => one.name.localeCompare(other.name, language));
  }, [language]);
}

/** A phone number with its country: kept as it is dialled from anywhere, shown as its country writes it. */
export function PhoneValue({ name, value, error, autoFocus, onChange }: ChannelValueProps) {
  const { t } = useWords();
  const { tenant } = useMe();
  const countries = useCountries();
  const home = useMemo(() => countryOfZone(tenant.timezone), [tenant.timezone]);
  const [chosen, setChosen] = useState<string | null>(null);
  const said = parted(value, home, chosen);
  const [typed, setTyped] = useState(said.national);
  const isTyping = useRef(false);
  const sent = useRef(value);
  useEffect(() => {
    if (value === sent.current || isTyping.current) return;
    sent.current = value;
    setTyped(parted(value, home, null).national);
  }, [value, home]);

  const send = (country: string | null, national: string) => {
    sent.current = national.trim() ? joined({ country, national }) : "";
    onChange(sent.current);
  };
  const type = (text: string) => {
    isTyping.current = true;
    setTyped(text);
    const read = parted(text, home, chosen ?? said.country);
    if (/^\s*(\+|00)/.test(text) && read.country) setChosen(read.country);
    send(read.country, read.country && /^\s*(\+|00)/.test(text) ? read.national : text);
  };
  const tidy = () => {
    isTyping.current = false;
    const read = parted(sent.current, home, chosen);
    const code = read.country ? CALLING_CODES.get(read.country) : undefined;
    setTyped(
      code && /^[\d\s().\-/]+$/.test(read.national) ? grouped(code, read.national.replace(/\D/g, "")) : read.national,
    );
  };

  return (
    <Group gap={4} wrap="nowrap" align="flex-start" flex={1} miw={0}>
      <Select
        aria-label={t("fields.countryOf", { name })}
        data={countries}
        value={said.country}
        w={74}
        searchable
        allowDeselect={false}
        limit={60}
        comboboxProps={{ width: 250, position: "bottom-start" }}
        nothingFoundMessage={t("fields.noOption")}
        rightSectionWidth={22}
        styles={{ input: { paddingInline: "8px 20px" } }}
        renderOption={({ option }) => (
          <>
            <span style={{ flex: 1 }}>{countries.find((one) => one.value === option.value)?.name}</span>
            <span className="numbers">{option.label}</span>
          </>
        )}
        filter={({ search }) => {
          const wanted = fold(search.trim());
          return wanted === fold(`+${CALLING_CODES.get(said.country ?? "")}`)
            ? countries
            : countries.filter((one) => fold(one.name).includes(wanted) || one.label.includes(wanted));
        }}
        onChange={(country) => {
          setChosen(country);
          send(country, said.national);
        }}
      />
      <TextInput
        type="tel"
        inputMode="tel"
        aria-label={name}
        value={typed}
        error={error}
        autoFocus={autoFocus}
        autoComplete="off"
        classNames={{ input: "numbers" }}
        flex={1}
        miw={0}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={tidy}
      />
    </Group>
  );
}
