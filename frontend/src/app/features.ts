/** Puts the features into the places that the kit keeps for them. */

import i18next from "i18next";
import { meQuery } from "@/api/me";
import { reminder } from "@/features/activities/reminder";
import { openLog } from "@/features/activities/wishes";
import { askLostReason } from "@/features/sales/askLostReason";
import { registerWidget } from "@/fields/registry";
import { loadWords } from "@/i18n/i18n";
import { PLACE, registerAction } from "@/kit/actions";
import { registerCreatePage } from "@/kit/form/create";
import { FormAlike } from "@/kit/record/FormAlike";
import { registerChangeStep, registerFormNotice } from "@/kit/slots";
import { paletteWishes } from "@/shell/palette";
import { queryClient } from "./queryClient";
import { router } from "./router";

registerWidget("reminder", reminder);
registerChangeStep("deals", askLostReason);
registerFormNotice(FormAlike);
registerCreatePage("campaigns", () => void router.navigate({ to: "/campaigns/new" }));

for (const plural of ["calls", "meetings"])
  registerAction({
    id: `log-${plural}`,
    words: () => i18next.t(`log.title.${plural}`),
    run: () => openLog({ plural }),
  });

const word = (key: string) => i18next.t(key, { ns: "campaigns" });

const stopWaiting = paletteWishes.subscribe(async () => {
  stopWaiting();
  const [me, { offerSettings }] = await Promise.all([
    queryClient.ensureQueryData(meQuery),
    import("./settingsActions"),
    loadWords("campaigns"),
  ]);
  registerAction({
    id: `${PLACE}returns`,
    words: () => word("returns.title"),
    run: (navigate) => navigate({ to: "/campaigns/returns", search: {} }),
  });
  await offerSettings(me);
});
