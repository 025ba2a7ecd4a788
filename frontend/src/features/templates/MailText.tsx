import { Skeleton } from "@mantine/core";
import { lazy, Suspense } from "react";
import type { FieldMeta } from "@/api/types";
import { GapMenu } from "./GapMenu";

const RichTextEditor = lazy(() => import("@/fields/inputs/RichTextEditor"));

interface Props {
  label: string;
  people: string;
  value: string;
  onChange(html: string): void;
}

/** Text with weight, lists, links and merge fields; the editor comes when somebody opens it. */
export function MailText({ label, people, value, onChange }: Props) {
  const field: FieldMeta = { name: "html", type: "rich_text", label: { es: label, en: label } };
  return (
    <Suspense fallback={<Skeleton height={180} />}>
      <RichTextEditor
        field={field}
        label={label}
        value={value}
        onChange={(html) => onChange(html ?? "")}
        tools={(insert) => <GapMenu people={people} of={label} onPick={insert} />}
      />
    </Suspense>
  );
}
