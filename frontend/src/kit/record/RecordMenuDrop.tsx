import { Menu } from "@mantine/core";
import classes from "./RecordHead.module.css";
import { RecordMenuItems, type RecordMenuItemsProps } from "./RecordMenuItems";

interface Props extends RecordMenuItemsProps {
  opened: boolean;
  onChange(opened: boolean): void;
  labelledBy: string;
}

/** What drops from the ⋯ of a record, placed by a mark that covers its button. */
export function RecordMenuDrop({ opened, onChange, labelledBy, ...items }: Props) {
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={240}>
      <Menu.Target>
        <span className={classes.mark} aria-hidden />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={labelledBy}>
        <RecordMenuItems {...items} />
      </Menu.Dropdown>
    </Menu>
  );
}
