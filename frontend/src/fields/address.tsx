import { Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { Address, DisplayProps, FieldKit } from "./kit";

function Display({ value, short }: DisplayProps<Address>) {
  const { language } = useWords();
  if (short) return <span className="cut">{value.city ?? value.region}</span>;
  const country = value.country ? new Intl.DisplayNames(language, { type: "region" }).of(value.country) : "";
  const town = [value.postal_code, value.city].filter(Boolean).join(" ");
  const parts = [value.street, value.street2, town, value.region, country];
  return (
    <Text span inherit>
      {parts.filter(Boolean).join(", ")}
    </Text>
  );
}

export const address: FieldKit<Address> = { display: Display, input: inputOf("address"), commit: "button", width: 150 };
