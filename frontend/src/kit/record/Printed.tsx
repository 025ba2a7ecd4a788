import { Title } from "@mantine/core";
import { lazy, type ReactNode, Suspense } from "react";
import { useComments } from "@/api/comments";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { Timeline } from "./Timeline";

const RelatedList = lazy(() => import("./RelatedList").then((module) => ({ default: module.RelatedList })));
const Comments = lazy(() => import("./Comments").then((module) => ({ default: module.Comments })));

interface Props {
  object: CompiledObject;
  record: RecordRow;
  details: ReactNode;
}

/** A record on paper has no tabs: what they hold, one after another. */
export function Printed({ object, record, details }: Props) {
  const { t, label } = useWords("records");
  const hasComments = Boolean(useComments(object.plural, record.id).data?.pages[0]?.items.length);
  return (
    <div data-print="only">
      {details}
      {object.related.map((one) => (
        <Part key={`${one.plural}-${one.link}`} title={label(one.label)}>
          <RelatedList object={object} record={record} related={one} />
        </Part>
      ))}
      {hasComments && (
        <Part title={t("comments.title")}>
          <Comments object={object} record={record} />
        </Part>
      )}
      <Part title={t("timeline.title")}>
        <Timeline object={object} record={record} />
      </Part>
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section data-print="part" aria-label={title}>
      <Title order={2} fz="sm" mb={4} mt="md">
        {title}
      </Title>
      <Suspense fallback={null}>{children}</Suspense>
    </section>
  );
}
