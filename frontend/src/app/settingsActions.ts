import i18next from "i18next";
import { placesFor } from "@/admin/settings/places";
import { objectsQuery } from "@/api/objects";
import type { Me } from "@/api/types";
import { loadWords } from "@/i18n/i18n";
import { PLACE, registerAction } from "@/kit/actions";
import { queryClient } from "./queryClient";

/** Lets the palette find every page of the settings that somebody may open, by its name and by what it is for. */
export async function offerSettings(me: Me): Promise<void> {
  const [{ agreed = [] }] = await Promise.all([queryClient.ensureQueryData(objectsQuery), loadWords("admin")]);
  const word = (key: string) => i18next.t(key, { ns: "admin" });
  for (const { name, to } of placesFor({ me, agreed }).flatMap((group) => group.places)) {
    if (!to.startsWith("/settings/")) continue;
    registerAction({
      id: `${PLACE}${name}`,
      words: () => word(`settings.places.${name}`),
      get keywords() {
        return word(`settings.texts.${name}`);
      },
      run: (navigate) => navigate({ to }),
    });
  }
}
