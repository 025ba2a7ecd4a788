import { Badge, Button, Tabs } from "@mantine/core";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useDesign } from "@/api/designs";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { Page } from "@/kit/Page";
import { FieldsTab } from "../fields/FieldsTab";
import { OBJECT_TABS, type ObjectTab } from "./tabs";

const ObjectPanel = lazy(() => import("./ObjectPanel").then((module) => ({ default: module.ObjectPanel })));
const LayoutTab = lazy(() => import("../layout/LayoutTab").then((module) => ({ default: module.LayoutTab })));
const ColumnsTab = lazy(() => import("../layout/ColumnsTab").then((module) => ({ default: module.ColumnsTab })));
const RulesTab = lazy(() => import("../duplicateRules/RulesTab").then((module) => ({ default: module.RulesTab })));

/** One object as it is designed: its fields, its record page, its list and how its duplicates are found. */
export function ObjectPage() {
  const { t, label } = useWords("admin");
  const { plural } = useParams({ from: "/staff/settings/objects/$plural" });
  const { tab } = useSearch({ from: "/staff/settings/objects/$plural" });
  const navigate = useNavigate();
  const object = useDesign(plural);
  const [isEditing, setEditing] = useState(false);
  return (
    <Page
      title={label(object.label_plural)}
      before={<BackLink to="/settings/objects" aria-label={t("settings.places.objects")} />}
      aside={object.custom && <Badge>{t("objects.own")}</Badge>}
      actions={
        object.custom && (
          <Button variant="default" onClick={() => setEditing(true)}>
            {t("objects.edit")}
          </Button>
        )
      }
    >
      <Tabs
        keepMounted={false}
        value={tab ?? "fields"}
        onChange={(next) =>
          navigate({
            to: "/settings/objects/$plural",
            params: { plural },
            search: next === "fields" ? {} : { tab: next as ObjectTab },
            replace: true,
          })
        }
      >
        <Tabs.List mb="md">
          {OBJECT_TABS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`objects.objectTabs.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Suspense fallback={null}>
          <Tabs.Panel value="fields">
            <FieldsTab object={object} />
          </Tabs.Panel>
          <Tabs.Panel value="page">
            <LayoutTab key={JSON.stringify(object.sections)} object={object} />
          </Tabs.Panel>
          <Tabs.Panel value="list">
            <ColumnsTab key={JSON.stringify(object.columns)} object={object} />
          </Tabs.Panel>
          <Tabs.Panel value="duplicates">
            <RulesTab object={object} />
          </Tabs.Panel>
        </Suspense>
      </Tabs>
      <Suspense fallback={null}>
        {isEditing && <ObjectPanel object={object} onClose={() => setEditing(false)} />}
      </Suspense>
    </Page>
  );
}
