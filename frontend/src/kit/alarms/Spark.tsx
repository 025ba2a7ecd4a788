import { useWords } from "@/i18n/useWords";
import classes from "./Alarms.module.css";

const WIDTH = 96;
const HEIGHT = 24;

interface Props {
  values: readonly number[];
  isRaised?: boolean;
  wide?: boolean;
}

/** A number day by day as one line; its last day stands out. */
export function Spark({ values, isRaised = false, wide = false }: Props) {
  const { t } = useWords("alarms");
  if (values.length < 2) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const reach = high - low || 1;
  const points = values.map((value, place) => [
    (place / (values.length - 1)) * (WIDTH - 4) + 2,
    HEIGHT - 3 - ((value - low) / reach) * (HEIGHT - 6),
  ]);
  const [x = 0, y = 0] = points.at(-1) ?? [];
  return (
    <svg
      className={wide ? classes.wide : classes.spark}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={t("alarms.spark", { count: values.length })}
      data-raised={isRaised || undefined}
    >
      <polyline points={points.map((point) => point.map((part) => (part ?? 0).toFixed(1)).join(",")).join(" ")} />
      {!wide && <circle cx={x} cy={y} r={2} />}
    </svg>
  );
}
