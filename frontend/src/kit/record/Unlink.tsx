import { ActionIcon } from "@mantine/core";
import { IconUnlink } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useMe } from "@/api/me";
import type { FieldMeta, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import { type CompiledObject, isEditable, nameOf } from "@/metadata/compile";
import { showProblem } from "../notices";
import { useChange } from "../useChange";
import { withoutLink } from "./links";

interface Props {
  other: CompiledObject;
  link: FieldMeta;
  /** The record on whose page one is. */
  of: RecordRow;
  record: RecordRow;
}

/** Takes a record out of a related list; the record itself stays. */
export function Unlink({ other, link, of, record }: Props) {
  const { t } = useWords("records");
  const { user } = useMe();
  const client = useQueryClient();
  const change = useChange(other);
  if (link.required || !isEditable(link) || !may(other.permissions, "update", record, user.id)) return null;
  const name = nameOf(record, other.nameField);
  const unlink = async () => {
    try {
      await change(record, { [link.name]: withoutLink(link, record, of.id) }, t("related.unlinked", { name }));
      client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] === "related" });
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={t("related.unlink", { name })}
      title={t("related.unlink", { name })}
      data-print="never"
      onClick={unlink}
    >
      <IconUnlink size={15} />
    </ActionIcon>
  );
}
