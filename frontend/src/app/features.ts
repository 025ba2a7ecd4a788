/** Puts the features into the places that the kit keeps for them. */

import { reminder } from "@/features/activities/reminder";
import { askLostReason } from "@/features/sales/askLostReason";
import { registerWidget } from "@/fields/registry";
import { registerChangeStep } from "@/kit/slots";

registerWidget("reminder", reminder);
registerChangeStep("deals", askLostReason);
