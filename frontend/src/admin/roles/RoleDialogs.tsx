import type { RoleRow } from "@/api/roles";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { CreateForm } from "./CreateForm";
import { DeleteForm } from "./DeleteForm";
import { RenameForm } from "./RenameForm";

export type Asked = { what: "create"; role?: RoleRow } | { what: "rename" | "delete"; role: RoleRow };

/** The dialogs about roles, each fetched when it is asked for. */
export function RoleDialogs({ asked, onClose }: { asked: Asked; onClose(): void }) {
  const { t, label } = useWords("admin");
  const titles = {
    create: t("roles.createTitle"),
    rename: t("roles.renameTitle"),
    delete: t("roles.deleteTitle", { name: label(asked.role?.label) }),
  };
  return (
    <Dialog onClose={onClose} title={titles[asked.what]}>
      {asked.what === "create" && <CreateForm base={asked.role} onClose={onClose} />}
      {asked.what === "rename" && <RenameForm role={asked.role} onClose={onClose} />}
      {asked.what === "delete" && <DeleteForm role={asked.role} onClose={onClose} />}
    </Dialog>
  );
}
