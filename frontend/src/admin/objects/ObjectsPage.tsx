import { Badge, Button, Tabs } from "@mantine/core";
import { IconChevronRight, IconPlus } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { iconOf } from "@/kit/icons";
import { Page } from "@/kit/Page";
import classes from "../design/Design.module.css";
import { OBJECTS_TABS, type ObjectsTab } from "./tabs";

const ObjectPanel = lazy(() => import("./ObjectPanel").then((module) => ({ default: module.ObjectPanel })));
const RemovedTab = lazy(() => import("./RemovedTab").then((module) => ({ default: module.RemovedTab })));
const ChangeLog = lazy(() => import("./ChangeLog").then((module) => ({ default: module.ChangeLog })));

/** Every object of the firm, what was taken away, and who changed what. */
export function ObjectsPage() {
  const { t } = useWords("admin");
  const { tab } = useSearch({ from: "/staff/settings/objects" });
  const navigate = useNavigate();
  const [isCreating, setCreating] = useState(false);
  return (
    <Page
      title={t("settings.places.objects")}
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
          {t("objects.create")}
        </Button>
      }
    >
      <Tabs
        keepMounted={false}
        value={tab ?? "objects"}
        onChange={(next) =>
          navigate({
            to: "/settings/objects",
            search: next === "objects" ? {} : { tab: next as ObjectsTab },
            replace: true,
          })
        }
      >
        <Tabs.List mb="md">
          {OBJECTS_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`objects.tabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="objects">
          <Objects />
        </Tabs.Panel>
        <Suspense fallback={null}>
          <Tabs.Panel value="removed">
            <RemovedTab />
          </Tabs.Panel>
          <Tabs.Panel value="log">
            <ChangeLog />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
      <Suspense fallback={null}>{isCreating && <ObjectPanel onClose={() => setCreating(false)} />}</Suspense>
    </Page>
  );
}

function Objects() {
  const { t, label } = useWords("admin");
  return (
    <ul className={classes.list} aria-label={t("objects.list")}>
      {useObjects().map((object) => {
        const Icon = iconOf(object.icon);
        return (
          <li key={object.plural}>
            <Link to="/settings/objects/$plural" params={{ plural: object.plural }} className={classes.item}>
              <Icon size={18} stroke={1.6} aria-hidden />
              <span className={classes.main}>{label(object.label_plural)}</span>
              {object.custom && <Badge component="span">{t("objects.own")}</Badge>}
              <IconChevronRight size={16} aria-hidden />
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
