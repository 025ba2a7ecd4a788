import { Skeleton, Text } from "@mantine/core";
import { IconChartBar } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useResults, type Way } from "@/api/campaignResults";
import type { Campaign } from "@/api/campaigns";
import type { RecordRow } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { problemText } from "@/kit/problemText";
import classes from "./Campaigns.module.css";
import { Figures, LOST, MACHINES, REACHED } from "./Figures";
import { Goal } from "./Goal";
import { LeftOut } from "./LeftOut";
import { Money } from "./Money";
import { Part } from "./Part";
import { LAST } from "./way";

const Variants = lazy(() => import("./Variants").then((module) => ({ default: module.Variants })));
const BehaviourPart = lazy(() => import("./BehaviourPart").then((module) => ({ default: module.BehaviourPart })));

/** What came of a campaign; every number opens whoever stands behind it. */
export function ResultsTab({ id, told, record }: { id: string; told: Campaign; record: RecordRow }) {
  const { t } = useWords("campaigns");
  const formats = useFormats();
  const [way, setWay] = useState<Way>(LAST);
  const { course } = told;
  const { data, error } = useResults(id, way, Boolean(course?.can_pause));
  if (error && !data) return <Text role="alert">{problemText(error, t)}</Text>;
  if (!data) return <Skeleton height={240} aria-hidden />;
  const { numbers, audience } = data;
  const isBegun = numbers.sent.count > 0 || audience.recipients.count > 0 || Boolean(data.revenue?.purchases);
  if (!isBegun)
    return (
      <EmptyState
        icon={<IconChartBar size={44} stroke={1.2} />}
        title={t("results.none")}
        text={t("results.noneText")}
      />
    );
  const expected = record.expected_responses;
  return (
    <div className={classes.single}>
      <Part title={t("results.numbers")}>
        <Figures id={id} numbers={numbers} states={[...REACHED, ...LOST]} />
        {typeof expected === "number" && (
          <Text size="sm" c="dimmed">
            {t("results.expected", { number: formats.number(expected) })}
          </Text>
        )}
      </Part>
      <Part title={t("results.machines")}>
        <Text size="sm" c="dimmed">
          {t("results.machinesText")}
        </Text>
        <Figures id={id} numbers={numbers} states={MACHINES} />
      </Part>
      {data.goal && <Goal id={id} goal={data.goal} />}
      <Money id={id} results={data} record={record} way={way} onWay={setWay} />
      <Suspense fallback={null}>
        {data.variants.length > 1 && <Variants id={id} results={data} course={course} />}
        {course && <BehaviourPart id={id} course={course} />}
      </Suspense>
      <Part title={t("results.leftOut")}>
        <LeftOut
          id={id}
          excluded={audience.excluded.map(({ reason, count }) => ({ reason, people: count }))}
          control={audience.control.count}
        />
      </Part>
    </div>
  );
}
