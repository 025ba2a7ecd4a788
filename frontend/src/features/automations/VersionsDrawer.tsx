import { Button, Skeleton, Text } from "@mantine/core";
import { type Automation, readVersion, useVersions } from "@/api/automations";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Line, Lines } from "@/kit/lines/Lines";
import { showProblem } from "@/kit/notices";
import { SidePanel } from "@/kit/SidePanel";
import { type Draft, draftOf } from "./draft";

interface Props {
  automation: Automation;
  onTake(draft: Draft): void;
  onClose(): void;
}

/** The versions of an automation: when each was stored and by whom; an older one can be taken up again. */
export function VersionsDrawer({ automation, onTake, onClose }: Props) {
  const { t } = useWords("automations");
  const formats = useFormats();
  const users = useUsers();
  const versions = useVersions(automation.id).data;
  const take = (version: number) =>
    readVersion(automation.id, version).then((said) => {
      // What it begins with stays while it is on.
      const kept = automation.enabled ? { trigger: automation.trigger } : {};
      onTake(draftOf({ ...automation, ...said, object: automation.object, ...kept }));
      onClose();
    }, showProblem);
  return (
    <SidePanel isSheet onClose={onClose} size={480} title={t("automations.versions.title")}>
      <Text size="sm" mb="md">
        {t("automations.versions.text")}
      </Text>
      {!versions && <Skeleton height={120} aria-hidden />}
      {versions && (
        <Lines label={t("automations.versions.title")}>
          {versions.map(({ version, at, by }) => (
            <Line
              key={version}
              link={<strong>{t("automations.version", { n: formats.number(version) })}</strong>}
              text={[userName(users.find((user) => user.id === by)), formats.instant(at)].filter(Boolean).join(" · ")}
              aside={
                version !== automation.version && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    aria-label={t("automations.versions.takeOf", { n: formats.number(version) })}
                    onClick={() => take(version)}
                  >
                    {t("automations.versions.take")}
                  </Button>
                )
              }
            />
          ))}
        </Lines>
      )}
    </SidePanel>
  );
}
