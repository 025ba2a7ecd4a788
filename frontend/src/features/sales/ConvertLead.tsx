import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { lazy, Suspense } from "react";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import { nameOf } from "@/metadata/compile";

const ConvertForm = lazy(() => import("./ConvertForm").then((module) => ({ default: module.ConvertForm })));

/** A lead becomes a company, a contact and a deal, in one step that can be undone. */
export function ConvertLead({ record, object }: RecordSlotProps) {
  const { t } = useWords();
  const [isOpen, { open, close }] = useDisclosure(false);
  if (record.status === "converted") return null;
  return (
    <>
      <Button onClick={open}>{t("convert.open")}</Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("convert.title", { name: nameOf(record, object.nameField) })}
        closeButtonProps={{ "aria-label": t("actions.close") }}
        centered
      >
        <Suspense fallback={null}>{isOpen && <ConvertForm lead={record} onClose={close} />}</Suspense>
      </Modal>
    </>
  );
}
