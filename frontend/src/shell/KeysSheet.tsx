import { Switch, Text, Title } from "@mantine/core";
import { Fragment } from "react";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { layers, type Shortcut, setSingleKeys, singleKeys } from "@/kit/shortcuts";
import { useStore } from "@/lib/store";
import { Keys } from "./Keys";
import classes from "./KeysSheet.module.css";
import { keysSheet } from "./sheet";

/** Every key that answers here and now, by where it answers. */
export function KeysSheet() {
  const { t } = useWords();
  const isOpen = useStore(keysSheet);
  return (
    <Dialog
      opened={isOpen}
      onClose={() => keysSheet.set(false)}
      title={t("keys.title")}
      size="lg"
      styles={{ title: { fontWeight: 650 } }}
      centered={false}
    >
      <Sheet />
    </Dialog>
  );
}

function Sheet() {
  const { t } = useWords();
  const isOn = useStore(singleKeys);
  const held = useStore(layers);
  const byScope = new Map<string, Map<string, Shortcut>>();
  for (const { scope, shortcuts } of held)
    for (const one of shortcuts) {
      if (!one.words) continue;
      const place = one.key.startsWith("g ") ? "go" : scope;
      byScope.set(place, (byScope.get(place) ?? new Map()).set(one.key, one));
    }
  const scopes = [...byScope].sort(([one], [other]) => Number(one === "go") - Number(other === "go"));
  return (
    <>
      <Switch
        label={t("keys.single")}
        description={t("keys.singleHint")}
        checked={isOn}
        mb="lg"
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
      <div className={classes.columns}>
        {scopes.map(([scope, shortcuts]) => (
          <section key={scope} aria-labelledby={`keys-${scope}`} className={classes.scope}>
            <Title order={3} id={`keys-${scope}`} mb={4}>
              {t(`keys.scope.${scope}`)}
            </Title>
            <dl className={classes.list}>
              {[...shortcuts.values()].map((one) => (
                <Fragment key={one.key}>
                  <dt>
                    <Keys of={one.key} />
                  </dt>
                  <dd>
                    <Text span>{one.words}</Text>
                  </dd>
                </Fragment>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt="md">
        <Keys of="Escape" /> {t("keys.close")}
      </Text>
    </>
  );
}
