import { Progress, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Results } from "@/api/campaignResults";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Part } from "./Part";
import { usePercent } from "./usePercent";

/** How far a campaign has come to what it is for; the number opens its purchases. */
export function Goal({ id, goal }: { id: string; goal: NonNullable<Results["goal"]> }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const { counted, reached, expected, rate } = goal;
  const number = formats.number(reached);
  return (
    <Part title={t("goal.title")}>
      <Text>
        <Link to="/campaigns/$id/sales" params={{ id }} search={{}}>
          {t(`goal.${counted}`, { count: reached, number })}
        </Link>
        {expected !== null && ` · ${t("goal.expected", { count: expected, number: formats.number(expected) })}`}
      </Text>
      {rate === null ? (
        <Text size="sm" c="dimmed">
          {t("goal.open")}
        </Text>
      ) : (
        <>
          <Progress size="lg" radius="xl" value={Math.min(1, rate) * 100} aria-label={t("goal.title")} />
          <Text size="sm" c="dimmed">
            {t("goal.reached", { share: percent(rate) })}
          </Text>
        </>
      )}
    </Part>
  );
}
