import { Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

export const USUAL_STARS = 5;

function Display({ field, value }: DisplayProps<number>) {
  const { t } = useWords();
  const most = field.max ?? USUAL_STARS;
  return (
    <Text span inherit role="img" aria-label={t("fields.ratingOf", { value, most })} style={{ whiteSpace: "nowrap" }}>
      {"★".repeat(value)}
      {"☆".repeat(Math.max(0, most - value))}
    </Text>
  );
}

export const rating: FieldKit<number> = { display: Display, input: inputOf("rating"), commit: "change", width: 110 };
