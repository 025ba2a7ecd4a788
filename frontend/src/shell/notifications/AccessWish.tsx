import { Button, Group, Text } from "@mantine/core";
import { useDeclineAccess, useShareWrites } from "@/api/shares";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";

interface Props {
  plural: string;
  id: string;
  user: string;
  message: string | undefined;
  onAnswered(): void;
}

/** Answers somebody who asked to see a record, where one reads of it. */
export function AccessWish({ plural, id, user, message, onAnswered }: Props) {
  const { t } = useWords();
  const { share } = useShareWrites(plural, id);
  const decline = useDeclineAccess(plural, id);
  const settle = (answer: Promise<unknown>, told: string) =>
    answer.then(() => {
      onAnswered();
      showDone(told);
    }, showProblem);
  return (
    <>
      {message && (
        <Text size="sm" c="dimmed">
          {message}
        </Text>
      )}
      <Group gap="xs" py={4}>
        <Button
          size="compact-sm"
          variant="default"
          loading={share.isPending}
          onClick={() => settle(share.mutateAsync({ with: { user }, access: "read" }), t("bell.access.given"))}
        >
          {t("bell.access.give")}
        </Button>
        <Button
          size="compact-sm"
          variant="subtle"
          loading={decline.isPending}
          onClick={() => settle(decline.mutateAsync(user), t("bell.access.declined"))}
        >
          {t("bell.access.decline")}
        </Button>
      </Group>
    </>
  );
}
