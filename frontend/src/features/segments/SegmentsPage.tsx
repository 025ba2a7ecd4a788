import { Button, Group } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useObjects } from "@/api/objects";
import { type SegmentRow, type SegmentSize, useSegments, useSizes } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { DefinitionsPage } from "@/kit/lines/DefinitionsPage";
import { Line } from "@/kit/lines/Lines";
import type { Wish } from "./Beginnings";
import { groupsOf } from "./groups";
import { useMayWrite } from "./mayWrite";
import { useSigned } from "./Points";
import classes from "./Segments.module.css";

const Beginnings = lazy(() => import("./Beginnings").then((module) => ({ default: module.Beginnings })));
const RfmGrid = lazy(() => import("./RfmGrid").then((module) => ({ default: module.RfmGrid })));

/** Whom a firm tells apart, and how many they are right now. */
export function SegmentsPage() {
  const { t } = useWords("segments");
  const { data: segments, error } = useSegments();
  const sizes = useSizes().data;
  const may = useMayWrite();
  const [wish, setWish] = useState<Wish>();
  const grouped = groupsOf(segments ?? []);
  const inGrids = new Set(grouped.flatMap((one) => [...one.segments.values()].map((segment) => segment.id)));
  const create = may.create && (
    <Group gap="xs">
      <Button variant="default" onClick={() => setWish("list")}>
        {t("lists.create")}
      </Button>
      {grouped.length === 0 && may.update && (
        <Button variant="default" onClick={() => setWish("grouping")}>
          {t("rfm.title")}
        </Button>
      )}
      <Button component={Link} to="/segments/new">
        {t("segments.create")}
      </Button>
    </Group>
  );
  return (
    <DefinitionsPage
      title={t("segments.title")}
      icon={<IconUsersGroup size={44} stroke={1.2} />}
      rows={segments}
      error={error}
      empty={{ title: t("segments.empty"), text: t("segments.emptyText") }}
      create={create}
      line={(segment) =>
        inGrids.has(segment.id) ? null : (
          <SegmentLine key={segment.id} segment={segment} size={sizes?.find((one) => one.id === segment.id)} />
        )
      }
    >
      <Suspense fallback={null}>
        {grouped.map((one) => (
          <RfmGrid
            key={`${one.object} ${one.related}`}
            grouped={one}
            sizes={sizes}
            onAgain={may.create && may.update ? () => setWish("grouping") : undefined}
          />
        ))}
        {wish && <Beginnings wish={wish} onClose={() => setWish(undefined)} />}
      </Suspense>
    </DefinitionsPage>
  );
}

function SegmentLine({ segment, size }: { segment: SegmentRow; size: SegmentSize | undefined }) {
  const { t, label } = useWords("segments");
  const formats = useFormats();
  const signed = useSigned();
  const object = useObjects().find((one) => one.plural === segment.object);
  const facts = [
    label(object?.label_plural),
    t(`segments.modes.${segment.mode ?? "live"}`),
    segment.points && t("score.fact", { points: signed(segment.points) }),
    formats.when(segment.updated_at),
  ];
  return (
    <Line
      link={
        <Link to="/segments/$id" params={{ id: segment.id }}>
          {segment.name}
        </Link>
      }
      text={facts.filter(Boolean).join(" · ")}
      aside={
        size && <b className={classes.figure}>{size.ready ? formats.number(size.size) : t("segments.counting")}</b>
      }
    />
  );
}
