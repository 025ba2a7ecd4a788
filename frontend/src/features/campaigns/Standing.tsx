import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useStanding } from "@/api/campaigns";
import { useMe } from "@/api/me";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { usePercent } from "./usePercent";

/** Says that nothing goes out, and why, while the firm's mails were received too badly. */
export function Standing() {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const percent = usePercent();
  const isAdmin = useMe().user.role === "admin";
  const told = useStanding().data;
  if (told?.state !== "paused" || !told.reason) return null;
  const isBounces = told.reason === "bounces";
  const facts = {
    sent: formats.number(told.sent),
    days: told.days,
    rate: percent((isBounces ? told.bounce_rate : told.complaint_rate) ?? 0),
    limit: percent(isBounces ? told.limits.bounce_rate : told.limits.complaint_rate),
  };
  return (
    <Alert color="pimenton" mb="md" icon={<IconAlertTriangle size={20} />} title={t("standing.title")}>
      <Text size="sm">{isBounces ? t("standing.bounces", facts) : t("standing.complaints", facts)}</Text>
      <Text size="sm" mt={6}>
        {isAdmin ? <Link to="/settings/marketing">{t("standing.resume")}</Link> : t("standing.askAdmin")}
      </Text>
    </Alert>
  );
}
