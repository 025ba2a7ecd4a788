import { Button, Group, Text } from "@mantine/core";
import { IconMailForward } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { campaignQuery } from "@/api/campaigns";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";

/** The state of a campaign's mails in a line, and the way to plan, launch and results. */
export function MailingLine({ record }: RecordSlotProps) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const course = useQuery(campaignQuery(record.id)).data?.course;
  const count = course?.recipients ?? 0;
  return (
    <Group gap="sm" py={6}>
      <Button
        variant="light"
        leftSection={<IconMailForward size={16} />}
        renderRoot={(props) => <Link {...props} to="/campaigns/$id" params={{ id: record.id }} search={{}} />}
      >
        {t("campaigns.mailing")}
      </Button>
      {course && (
        <Text size="sm" c="dimmed">
          {[
            t(`course.states.${course.state}`),
            ...(count ? [t("band.reached", { count, number: formats.number(count) })] : []),
          ].join(" · ")}
        </Text>
      )}
    </Group>
  );
}
