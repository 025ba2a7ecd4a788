import { Group, Rating } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { USUAL_STARS } from "../rating";
import { GroupInput } from "./GroupInput";

export function RatingInput({ field, value, onChange, label, error }: InputProps<number>) {
  const words = useWords();
  const most = field.max ?? USUAL_STARS;
  return (
    <GroupInput label={label} name={label ?? words.label(field.label)} required={field.required} error={error}>
      <Group gap="xs">
        <Rating
          count={most}
          value={value ?? 0}
          getSymbolLabel={(star) => words.t("fields.ratingOf", { value: star, most })}
          // A click on the chosen star takes the mark away.
          onChange={(next) => onChange(next === value ? null : next)}
        />
      </Group>
    </GroupInput>
  );
}
