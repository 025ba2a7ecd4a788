import { Button, Text } from "@mantine/core";
import { IconMailCheck, IconMailOff } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useConsents } from "@/api/consents";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import classes from "./Consent.module.css";
import { useWhy } from "./useWhy";

const ConsentDrawer = lazy(() => import("./ConsentDrawer").then((module) => ({ default: module.ConsentDrawer })));
const PURPOSE = "marketing";

/** "You can write to them", or "No, because …", and the way to all that was permitted. */
export function ConsentLine({ object, record }: RecordSlotProps) {
  const { t } = useWords("consent");
  const why = useWhy();
  const [isOpen, setOpen] = useState(false);
  const consents = useConsents(object.plural, record.id);
  const standing = consents.data?.pages[0]?.standing.find((one) => one.purpose === PURPOSE && one.channel === "email");
  if (!standing) return null;
  const Icon = standing.allowed ? IconMailCheck : IconMailOff;
  return (
    <>
      <Icon size={17} stroke={1.6} className={standing.allowed ? classes.yes : classes.no} aria-hidden />
      {!standing.allowed && (
        <Text size="sm" c="dimmed">
          {t("consent.line.ask")}
        </Text>
      )}
      <Text size="sm" role="status" aria-label={t("consent.line.title")}>
        {why(standing)}
      </Text>
      <Button variant="subtle" size="compact-sm" onClick={() => setOpen(true)}>
        {t("consent.line.open")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ConsentDrawer object={object} record={record} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
