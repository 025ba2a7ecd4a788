import { Badge } from "@mantine/core";
import { IconBellRinging, IconCheck, IconClock } from "@tabler/icons-react";
import type { Alarm } from "@/api/alarms";
import { useWords } from "@/i18n/useWords";

const LOOKS = {
  raised: { color: "pimenton", Icon: IconBellRinging },
  calm: { color: "albahaca", Icon: IconCheck },
  new: { color: "harina", Icon: IconClock },
  learning: { color: "harina", Icon: IconClock },
  unknown: { color: "harina", Icon: IconClock },
} as const;

function standing({ watches, state }: Alarm): keyof typeof LOOKS {
  if (state?.is_raised) return "raised";
  if (!watches || !state) return "unknown";
  if (state.at === null) return "new";
  if (state.told?.place !== "unknown") return "calm";
  return state.told.why === "too_little_history" ? "learning" : "unknown";
}

/** How an alarm stands, in a word, a sign and a colour. */
export function State({ alarm }: { alarm: Alarm }) {
  const { t } = useWords("alarms");
  const word = standing(alarm);
  const { color, Icon } = LOOKS[word];
  return (
    <Badge color={color} leftSection={<Icon size={12} />} flex="none">
      {t(`alarms.states.${word}`)}
    </Badge>
  );
}
