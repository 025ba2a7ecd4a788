import { Group, Rating } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import type { InputProps } from "../kit";
import { useGroupName } from "../labels";
import { USUAL_STARS } from "../rating";
import { GroupInput } from "./GroupInput";

export function RatingInput({ field, value, onChange, label, error }: InputProps<number>) {
  const words = useWords();
  const group = useGroupName(field, label);
  const most = field.max ?? USUAL_STARS;
  return (
    <GroupInput {...group} error={error}>
      <Group gap="xs" mih={label ? 34 : undefined}>
        <Rating
          count={most}
          value={value ?? 0}
          size="md"
          getSymbolLabel={(star) => words.t("fields.ratingOf", { value: star, most })}
          // A click on the chosen star takes the mark away.
          onChange={(next) => onChange(next === value ? null : next)}
        />
      </Group>
    </GroupInput>
  );
}
