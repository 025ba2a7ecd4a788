import { lazy, Suspense } from "react";
import type { RecordSlotProps } from "@/kit/slots";

const MailingLine = lazy(() => import("./MailingLine").then((module) => ({ default: module.MailingLine })));

/** How the mails of a campaign stand, on its record page, and the way to them. */
export function MailingBand({ object, record }: RecordSlotProps) {
  if (object.plural !== "campaigns" || record.channel !== "email") return null;
  return (
    <div data-print="never">
      <Suspense fallback={null}>
        <MailingLine object={object} record={record} />
      </Suspense>
    </div>
  );
}
