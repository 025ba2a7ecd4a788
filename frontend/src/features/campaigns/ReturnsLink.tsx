import { ActionIcon } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";

/** From the list of campaigns to what each of them brought for what it cost. */
export function ReturnsLink() {
  const { t } = useWords("campaigns");
  return (
    <ActionIcon
      variant="default"
      size={36}
      aria-label={t("returns.title")}
      title={t("returns.title")}
      renderRoot={(props) => <Link {...props} to="/campaigns/returns" search={{}} />}
    >
      <IconChartBar size={18} />
    </ActionIcon>
  );
}
