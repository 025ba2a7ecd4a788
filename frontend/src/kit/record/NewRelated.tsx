import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { FieldMeta, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable } from "@/metadata/compile";
import { linkedTo } from "./links";

export function NewRelated({ other, link, record }: { other: CompiledObject; link: FieldMeta; record: RecordRow }) {
  const { t, inner } = useWords();
  if (!may(other.permissions, "create") || !isEditable(link)) return null;
  return (
    <Button
      variant="default"
      size="compact-md"
      leftSection={<IconPlus size={14} />}
      onClick={() =>
        openCreate({ plural: other.plural, given: { [link.name]: linkedTo(link, record.id) }, stay: true })
      }
    >
      {t("create.submit", { name: inner(other.label) })}
    </Button>
  );
}
