import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useSegmentMembers, useSegmentSize } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { AlarmBell } from "@/kit/alarms/AlarmBell";
import { Line, Lines } from "@/kit/lines/Lines";
import { problemText } from "@/kit/problemText";
import { type CompiledObject, nameOf } from "@/metadata/compile";

const TakeOff = lazy(() => import("./TakeOff").then((module) => ({ default: module.TakeOff })));

interface Props {
  id: string;
  object: CompiledObject;
  /** The name of the list from which the reader may take records. */
  list?: string | undefined;
}

/** Who is in a segment, of those whom the reader may see. */
export function Members({ id, object, list }: Props) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const client = useQueryClient();
  const size = useSegmentSize(id).data;
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useSegmentMembers(id);
  const members = data?.pages.flatMap((page) => page.items);
  const told = useRef(size?.size);
  useEffect(() => {
    if (told.current !== undefined && size && told.current !== size.size)
      client.invalidateQueries({ queryKey: ["segments", id, "members"] });
    told.current = size?.size;
  }, [size, id, client]);
  return (
    <section aria-label={t("segments.members")}>
      {size && (
        <Group justify="space-between" mb="sm">
          <Group gap={4}>
            <Text>
              {t("segments.count", { count: size.size, number: formats.number(size.size) })}
              {!size.ready && ` · ${t("segments.filling")}`}
            </Text>
            <AlarmBell metric={{ source: "segments", of: id, figure: "size" }} label={t("segments.tellMe")} />
          </Group>
          {size.size > 0 && (
            <Link
              to="/records/$plural"
              params={{ plural: object.plural }}
              search={{ saved: "all", filter: { segment: id } }}
            >
              {t("segments.asList")}
            </Link>
          )}
        </Group>
      )}
      {!members && !error && <Skeleton height={160} aria-hidden />}
      {error && <Text>{problemText(error, t)}</Text>}
      {members?.length === 0 && <Text c="dimmed">{t("segments.noMembers")}</Text>}
      {members && members.length > 0 && (
        <Lines label={t("segments.members")}>
          {members.map((record) => (
            <Line
              key={record.id}
              link={
                <Link to="/records/$plural/$id" params={{ plural: object.plural, id: record.id }}>
                  {nameOf(record, object.nameField)}
                </Link>
              }
              text={
                typeof record.member_since === "string" &&
                t("segments.since", { when: formats.ago(record.member_since) })
              }
              aside={
                list && (
                  <Suspense fallback={null}>
                    <TakeOff id={id} list={list} record={record.id} name={nameOf(record, object.nameField)} />
                  </Suspense>
                )
              }
            />
          ))}
        </Lines>
      )}
      {hasNextPage && (
        <Button variant="default" mt="md" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("segments.more")}
        </Button>
      )}
    </section>
  );
}
