import { NumberInput } from "@mantine/core";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";

const MOST = 100;

interface Props {
  object: CompiledObject;
  points: number | null;
  onPoints(points: number | null): void;
}

/** How many points being in a segment gives; objects without a score ask for none. */
export function Points({ object, points, onPoints }: Props) {
  const { t } = useWords("segments");
  if (!object.fields.has("score")) return null;
  return (
    <NumberInput
      label={t("score.points")}
      description={t("score.pointsHint")}
      maw={480}
      min={-MOST}
      max={MOST}
      allowDecimal={false}
      clampBehavior="strict"
      value={points ?? ""}
      onChange={(typed) => onPoints(typeof typed === "number" && typed !== 0 ? typed : null)}
    />
  );
}

/** Points with their sign. */
export function useSigned(): (points: number) => string {
  const formats = useFormats();
  return (points) => `${points > 0 ? "+" : ""}${formats.number(points)}`;
}
