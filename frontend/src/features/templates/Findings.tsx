import { Anchor, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { type Content, type Finding, useChecks } from "@/api/templates";
import { useWords } from "@/i18n/useWords";
import { placeOf, useFinding } from "@/kit/checks/useFinding";
import { showProblem } from "@/kit/notices";
import classes from "./Templates.module.css";

interface Props {
  id: string;
  content: Content;
  /** Leads to the part of the mail at a path. */
  onGo(at: string): void;
}

/** What a reader would stumble over, found before anybody does. */
export function Findings({ id, content, onGo }: Props) {
  const { t } = useWords("templates");
  const checks = useChecks(id);
  const found = checks.data;
  return (
    <section aria-label={t("checks.title")} className={classes.checks}>
      <Group justify="space-between">
        <Text fw={600}>{t("checks.title")}</Text>
        <Button
          size="compact-sm"
          variant="default"
          loading={checks.isPending}
          onClick={() => checks.mutateAsync(content).catch(showProblem)}
        >
          {t("checks.run")}
        </Button>
      </Group>
      <div aria-live="polite">
        {found?.length === 0 && (
          <Text size="sm" className={classes.finding}>
            <IconCircleCheck size={17} aria-hidden />
            {t("checks.none")}
          </Text>
        )}
        {found && found.length > 0 && (
          <ul className={classes.findings}>
            {found.map((finding) => (
              <One key={`${finding.code} ${finding.at}`} finding={finding} onGo={onGo} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function One({ finding, onGo }: { finding: Finding; onGo: Props["onGo"] }) {
  const { t } = useWords("templates");
  const { said, severity } = useFinding();
  const Icon = finding.severity === "error" ? IconAlertTriangle : IconInfoCircle;
  const words = said(finding);
  const place = placeOf(finding);
  return (
    <li className={classes.finding} data-severity={finding.severity}>
      <Icon size={17} aria-label={severity(finding)} />
      <span>
        {words}{" "}
        {place && (
          <Anchor
            component="button"
            type="button"
            inherit
            underline="always"
            aria-label={t("checks.goTo", { finding: words })}
            onClick={() => onGo(place)}
          >
            {t("checks.go")}
          </Anchor>
        )}
      </span>
    </li>
  );
}
