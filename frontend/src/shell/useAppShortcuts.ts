import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useObjects } from "@/api/objects";
import { useMaySet } from "@/api/settable";
import { useWords } from "@/i18n/useWords";
import { openCreate } from "@/kit/form/create";
import { undoLast } from "@/kit/notices";
import { useShortcuts } from "@/kit/shortcuts";
import { may } from "@/metadata/access";
import { goKeys, HOME_KEY, IMPORTS_KEY, NOTIFICATIONS_KEY, SETTINGS_KEY } from "./goKeys";
import { openPalette } from "./palette";
import { placesOf } from "./places";
import { openKeys } from "./sheet";

/** The search box of the page, if it has one. */
const searchBox = () => document.querySelector<HTMLInputElement>("main input[type=search], main [role=searchbox]");

/** The keys that answer on every page. */
export function useAppShortcuts(): void {
  const { t, label, inner } = useWords();
  const navigate = useNavigate();
  const objects = useObjects();
  const maySet = useMaySet();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { main, more } = placesOf(objects);
  const places = [...main, ...more];
  const letters = goKeys(places.map((object) => label(object.label_plural)));
  const here = objects.find((object) => path === `/records/${object.plural}` && may(object.permissions, "create"));
  const go = (to: "/" | "/imports" | "/notifications" | "/settings") => () => navigate({ to });
  useShortcuts("app", [
    { key: "mod+k", words: t("keys.palette"), run: () => openPalette() },
    {
      key: "/",
      words: t("keys.search"),
      run: () => {
        const box = searchBox();
        if (box) box.select();
        else openPalette();
      },
    },
    {
      key: "c",
      words: here ? t("create.submit", { name: inner(here.label) }) : t("keys.create"),
      run: () => (here ? openCreate({ plural: here.plural }) : openPalette(`${t("keys.create")} `)),
    },
    { key: "z", words: t("keys.undo"), run: undoLast },
    { key: "?", words: t("keys.help"), run: openKeys },
    { key: `g ${HOME_KEY}`, words: t("nav.home"), run: go("/") },
    { key: `g ${NOTIFICATIONS_KEY}`, words: t("nav.notifications"), run: go("/notifications") },
    { key: `g ${IMPORTS_KEY}`, words: t("nav.imports"), run: go("/imports") },
    ...(maySet ? [{ key: `g ${SETTINGS_KEY}`, words: t("nav.settings"), run: go("/settings") }] : []),
    ...places.flatMap((object, place) => {
      const letter = letters[place];
      if (!letter) return [];
      const run = () => navigate({ to: "/records/$plural", params: { plural: object.plural } });
      return [{ key: `g ${letter}`, words: label(object.label_plural), run }];
    }),
  ]);
}
