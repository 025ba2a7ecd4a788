import { Menu } from "@mantine/core";
import {
  IconArrowMerge,
  IconCopy,
  IconHistory,
  IconPencil,
  IconPrinter,
  IconShieldLock,
  IconTrash,
  IconUserPlus,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useMe } from "@/api/me";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { recordMenuItems } from "../slots";
import { useRemove } from "../useRemove";
import { usePrint } from "./printing";
import type { RecordDialog } from "./RecordActions";
import { useCopy } from "./useCopy";

export interface RecordMenuItemsProps {
  object: CompiledObject;
  record: RecordRow;
  onOpen(dialog: RecordDialog): void;
}

/** Whether the records of an object are people, whose data is theirs: their names are made of parts. */
const isOfPeople = (object: CompiledObject) =>
  Boolean(object.fields.get(object.nameField)?.parts?.length) ||
  object.fields.get(object.nameField)?.type === "person_name";

/** Everything that can be done with a record and is not done every day. */
export function RecordMenuItems({ object, record, onOpen }: RecordMenuItemsProps) {
  const { t } = useWords("records");
  const { user } = useMe();
  const navigate = useNavigate();
  const remove = useRemove(object);
  const copy = useCopy(object);
  const print = usePrint();
  const mayUpdate = may(object.permissions, "update", record, user.id);
  const mayDelete = may(object.permissions, "delete", record, user.id);
  const deleteAndLeave = async () => {
    navigate({ to: "/records/$plural", params: { plural: object.plural } });
    await remove(record);
  };
  return (
    <>
      {mayUpdate && (
        <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => onOpen("edit")}>
          {t("actions.edit")}
        </Menu.Item>
      )}
      {recordMenuItems(object, record).map(({ id, icon: Icon, words, run }) => (
        <Menu.Item key={id} leftSection={<Icon size={16} />} onClick={() => run(object, record)}>
          {words(t)}
        </Menu.Item>
      ))}
      {may(object.permissions, "create") && (
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={() => copy(record)}>
          {t("record.clone")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconUserPlus size={16} />} onClick={() => onOpen("share")}>
        {t("share.open")}
      </Menu.Item>
      <Menu.Item leftSection={<IconHistory size={16} />} onClick={() => onOpen("history")}>
        {t("history.open")}
      </Menu.Item>
      {mayUpdate && mayDelete && (
        <Menu.Item leftSection={<IconArrowMerge size={16} />} onClick={() => onOpen("merge")}>
          {t("merge.open")}
        </Menu.Item>
      )}
      <Menu.Item leftSection={<IconPrinter size={16} />} onClick={print}>
        {t("record.print")}
      </Menu.Item>
      {user.role === "admin" && isOfPeople(object) && (
        <Menu.Item leftSection={<IconShieldLock size={16} />} onClick={() => onOpen("privacy")}>
          {t("personalData.open")}
        </Menu.Item>
      )}
      {mayDelete && (
        <>
          <Menu.Divider />
          <Menu.Item color="var(--attention)" leftSection={<IconTrash size={16} />} onClick={deleteAndLeave}>
            {t("actions.delete")}
          </Menu.Item>
        </>
      )}
    </>
  );
}
