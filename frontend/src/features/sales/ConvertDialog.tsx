import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import type { RecordSlotProps } from "@/kit/slots";
import { nameOf } from "@/metadata/compile";
import { ConvertForm } from "./ConvertForm";

interface Props extends RecordSlotProps {
  opened: boolean;
  onClose(): void;
}

export function ConvertDialog({ object, record, opened, onClose }: Props) {
  const { t } = useWords("records");
  return (
    <Dialog opened={opened} onClose={onClose} title={t("convert.title", { name: nameOf(record, object.nameField) })}>
      {opened && <ConvertForm lead={record} onClose={onClose} />}
    </Dialog>
  );
}
