import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense, useState } from "react";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";

const ConvertDialog = lazy(() => import("./ConvertDialog").then((module) => ({ default: module.ConvertDialog })));

/** A lead becomes a company, a contact and a deal, in one step that can be undone. */
export function ConvertLead({ record, object }: RecordSlotProps) {
  const { t } = useWords("records");
  const [isOpen, { open, close }] = useDisclosure(false);
  const [isAsked, setAsked] = useState(false);
  if (record.status === "converted") return null;
  const ask = () => {
    setAsked(true);
    open();
  };
  return (
    <>
      <Button onClick={ask}>{t("convert.open")}</Button>
      <Suspense fallback={null}>
        {isAsked && <ConvertDialog object={object} record={record} opened={isOpen} onClose={close} />}
      </Suspense>
    </>
  );
}
