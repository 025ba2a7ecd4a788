import { Button, Group, Text, Tooltip } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import classes from "./RecordForm.module.css";

interface Props {
  submitLabel: string;
  isBusy: boolean;
  /** How many fields are refused. */
  refused: number;
  onRefused(): void;
  onCancel(): void;
  /** Saves and begins another; absent where one record is edited. */
  onAgain?: (() => void) | undefined;
}

/** What stays in reach however long the form is. */
export function FormFoot({ submitLabel, isBusy, refused, onRefused, onCancel, onAgain }: Props) {
  const { t } = useWords();
  return (
    <div className={classes.foot}>
      {refused > 0 && (
        <Group gap={6} mb="xs" role="alert" wrap="nowrap">
          <IconAlertTriangle size={16} aria-hidden color="var(--attention)" />
          <Text size="sm">{t("form.refused", { count: refused })}</Text>
          <Button variant="subtle" size="compact-sm" onClick={onRefused}>
            {t("form.toRefused")}
          </Button>
        </Group>
      )}
      <Group justify="flex-end" gap="xs">
        {onAgain && (
          <Tooltip label={t("form.againKeys")}>
            <Button variant="subtle" mr="auto" disabled={isBusy} onClick={onAgain}>
              {t("form.again")}
            </Button>
          </Tooltip>
        )}
        <Button variant="default" visibleFrom="xs" onClick={onCancel}>
          {t("actions.cancel")}
        </Button>
        <Tooltip label={t("form.saveKeys")}>
          <Button type="submit" loading={isBusy}>
            {submitLabel}
          </Button>
        </Tooltip>
      </Group>
    </div>
  );
}
