import { Alert, Badge, Button, Skeleton, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { type Reputation, useReputation } from "@/api/marketing";
import { useMe } from "@/api/me";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import { Section } from "@/kit/Section";
import { numberFormat } from "@/lib/intl";
import classes from "./Marketing.module.css";

const ReputationDays = lazy(() => import("./ReputationDays").then((module) => ({ default: module.ReputationDays })));
const ResumeDialog = lazy(() => import("./ResumeDialog").then((module) => ({ default: module.ResumeDialog })));

/** How those who carry the firm's mail have seen it of late, and whether that keeps it from writing. */
export function ReputationPart() {
  const { t } = useWords("marketing");
  const { data: standing, error } = useReputation();
  const isPaused = standing?.state === "paused";
  return (
    <Section
      title={t("reputation.title")}
      text={t("reputation.text", { days: standing?.days ?? 7 })}
      aside={
        standing && <Badge color={isPaused ? "pimenton" : "albahaca"}>{t(`reputation.states.${standing.state}`)}</Badge>
      }
    >
      {!standing && !error && <Skeleton height={96} aria-hidden />}
      {!standing && error && <p role="alert">{problemText(error, t)}</p>}
      {standing && <Figures standing={standing} />}
      <Suspense fallback={null}>{standing && <ReputationDays days={standing.by_day} />}</Suspense>
      {standing && isPaused && <Paused standing={standing} />}
      {standing?.state === "running" && standing.resumed_by && standing.since && <Resumed standing={standing} />}
    </Section>
  );
}

function Figures({ standing }: { standing: Reputation }) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  const { sent, limits } = standing;
  if (!sent) return <Text c="dimmed">{t("reputation.nothing")}</Text>;
  return (
    <>
      <dl className={classes.figures}>
        <div>
          <dt>{t("reputation.sent")}</dt>
          <dd>{formats.number(sent)}</dd>
        </div>
        <Rate name="bounced" count={standing.bounced} rate={standing.bounce_rate} limit={limits.bounce_rate} />
        <Rate
          name="complained"
          count={standing.complained}
          rate={standing.complaint_rate}
          limit={limits.complaint_rate}
        />
      </dl>
      {sent < limits.least && (
        <Text size="sm" c="dimmed" mt="xs">
          {t("reputation.tooFew", { least: formats.number(limits.least) })}
        </Text>
      )}
    </>
  );
}

interface RateProps {
  name: "bounced" | "complained";
  count: number;
  rate: number | null;
  limit: number;
}

function Rate({ name, count, rate, limit }: RateProps) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  const percent = (share: number) =>
    numberFormat(formats.locale, { style: "percent", maximumFractionDigits: 2 }).format(share);
  return (
    <div data-over={rate !== null && rate >= limit ? true : undefined}>
      <dt>{t(`reputation.${name}`)}</dt>
      <dd>{percent(rate ?? 0)}</dd>
      <dd className={classes.note}>
        {t("reputation.of", { count, number: formats.number(count), limit: percent(limit) })}
      </dd>
    </div>
  );
}

function Paused({ standing }: { standing: Reputation }) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  const [isAsking, setAsking] = useState(false);
  const isAdmin = useMe().user.role === "admin";
  return (
    <Alert
      mt="md"
      color="pimenton"
      icon={<IconAlertTriangle size={18} />}
      title={t("reputation.pausedTitle")}
      role="alert"
    >
      <Text size="sm" mb="sm">
        {t(`reputation.reasons.${standing.reason ?? "bounces"}`)}
        {standing.since && ` ${t("reputation.since", { when: formats.ago(standing.since) })}`}
      </Text>
      {isAdmin ? (
        <Button size="compact-md" color="pimenton" onClick={() => setAsking(true)}>
          {t("reputation.resume")}
        </Button>
      ) : (
        <Text size="sm">{t("reputation.askAdmin")}</Text>
      )}
      <Suspense fallback={null}>{isAsking && <ResumeDialog onClose={() => setAsking(false)} />}</Suspense>
    </Alert>
  );
}

function Resumed({ standing }: { standing: Reputation }) {
  const { t } = useWords("marketing");
  const formats = useFormats();
  return (
    <Text size="sm" c="dimmed" mt="xs" component="div">
      {t("reputation.resumed", { when: formats.ago(standing.since ?? "") })}{" "}
      <UserName id={standing.resumed_by ?? ""} withFace={false} />
    </Text>
  );
}
