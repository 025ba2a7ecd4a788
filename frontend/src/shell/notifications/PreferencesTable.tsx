import { Checkbox, Text } from "@mantine/core";
import { type Preferences, useChangePreferences, usePreferences } from "@/api/notifications";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";
import classes from "./Notifications.module.css";

const KINDS = ["deal_assigned", "mention", "comment", "record_shared", "access_requested", "access_declined"] as const;
/** What also comes by mail, unless one says no. */
const MAILED = new Set<string>(["mention"]);

const without = (list: readonly string[], kind: string, isOut: boolean) =>
  isOut ? [...new Set([...list, kind])] : list.filter((one) => one !== kind);

/** What somebody wants to hear about, here and by mail; each tick is kept at once. */
export function PreferencesTable() {
  const { t } = useWords();
  const chosen = usePreferences().data;
  const change = useChangePreferences();
  if (!chosen) return null;
  const set = (list: keyof Preferences, kind: string, isOn: boolean) =>
    change.mutateAsync({ ...chosen, [list]: without(chosen[list], kind, !isOn) }).catch(showProblem);
  return (
    <>
      <Text size="sm" c="dimmed" mb="xs">
        {t("bell.preferencesHint")}
      </Text>
      <table className={classes.preferences}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t("bell.inApp")}</th>
            <th scope="col">{t("bell.byMail")}</th>
          </tr>
        </thead>
        <tbody>
          {KINDS.map((kind) => {
            const about = t(`bell.about.${kind}`);
            const isOn = !chosen.muted.includes(kind);
            return (
              <tr key={kind}>
                <th scope="row">{about}</th>
                <td>
                  <Checkbox
                    aria-label={`${about}: ${t("bell.inApp")}`}
                    checked={isOn}
                    onChange={(event) => set("muted", kind, event.currentTarget.checked)}
                  />
                </td>
                <td>
                  {MAILED.has(kind) && (
                    <Checkbox
                      aria-label={`${about}: ${t("bell.byMail")}`}
                      checked={isOn && !chosen.mail_off.includes(kind)}
                      disabled={!isOn}
                      onChange={(event) => set("mail_off", kind, event.currentTarget.checked)}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
