import { Text } from "@mantine/core";
import { useLooks } from "@/api/audit";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import classes from "./Audit.module.css";
import { LogFrame } from "./LogFrame";

const HOUR = 3_600_000;

/** Which administrators saw Tendero as which users, hour by hour. */
export function Looks() {
  const { t } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const looks = useLooks();
  const name = (id: string) => userName(users.find((user) => user.id === id)) || t("audit.someone");
  const clock = (at: number) =>
    new Intl.DateTimeFormat(formats.locale, { timeStyle: "short", timeZone: formats.timeZone }).format(at);
  return (
    <LogFrame log={looks}>
      {(items) =>
        items.map((look) => (
          <li key={`${look.at}${look.actor}${look.user}`} className={classes.entry}>
            <Text>
              <Text span inherit fw={550}>
                {name(look.actor)}
              </Text>{" "}
              {t("audit.looked", { name: name(look.user) })}
            </Text>
            <Text size="sm" c="dimmed">
              {formats.day(look.at.slice(0, 10))},{" "}
              {t("audit.hour", { from: clock(Date.parse(look.at)), to: clock(Date.parse(look.at) + HOUR) })}
            </Text>
          </li>
        ))
      }
    </LogFrame>
  );
}
