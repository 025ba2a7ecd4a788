import { ActionIcon, Indicator, Popover, Stack, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useNotifications } from "@/api/notifications";
import type { Notification } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import classes from "./NotificationBell.module.css";

/** What others did that concerns the reader. What came since the list was last opened is marked. */
export function NotificationBell() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState("");
  const items = useNotifications().data ?? [];
  const latest = items[0]?.at ?? "";
  const isNew = Boolean(latest && latest > seen && !isOpen);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      onClose={() => setSeen(latest)}
      position="bottom-start"
      width={340}
      trapFocus
      withRoles
    >
      <Indicator disabled={!isNew} size={8} offset={6} color="pimenton">
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={34}
            aria-label={isNew ? t("bell.new") : t("bell.title")}
            onClick={() => setOpen(!isOpen)}
          >
            <IconBell size={18} stroke={1.6} />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p={0} aria-label={t("bell.title")}>
        <div className={classes.list}>
          {items.length === 0 ? (
            <Text c="dimmed" p="md">
              {t("bell.empty")}
            </Text>
          ) : (
            <Stack gap={0} component="ul" p={0} m={0} style={{ listStyle: "none" }}>
              {items.map((item) => (
                <Item key={item.id} item={item} onOpen={() => setOpen(false)} />
              ))}
            </Stack>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function Item({ item, onOpen }: { item: Notification; onOpen(): void }) {
  const { t, i18n } = useWords();
  const formats = useFormats();
  const data = item.data ?? {};
  const about = String(data.what ?? item.kind);
  const key = `bell.kind.${about}`;
  const plural = typeof data.plural === "string" ? data.plural : null;
  return (
    <li className={classes.item}>
      <Text size="sm" component="div">
        {item.actor && <UserName id={item.actor} withFace={false} />} {i18n.exists(key) ? t(key) : t("bell.kind.other")}{" "}
        {plural && typeof data.id === "string" && (
          <Link to="/records/$plural/$id" params={{ plural, id: data.id }} className={classes.link} onClick={onOpen}>
            {String(data.name ?? data.id)}
          </Link>
        )}
      </Text>
      <Text size="xs" c="dimmed">
        {formats.ago(item.at)}
      </Text>
    </li>
  );
}
