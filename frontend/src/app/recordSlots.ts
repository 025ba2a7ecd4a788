/** What features add to record pages; it comes with the page, not with the application. */
import { lazy } from "react";
import { FinishTask } from "@/features/activities/FinishTask";
import { AutomationsBand } from "@/features/automations/AutomationsBand";
import { PlanBand } from "@/features/automations/plan/PlanBand";
import { MailingBand } from "@/features/campaigns/MailingBand";
import { CardBand } from "@/features/card/CardBand";
import { ConsentBand } from "@/features/consent/ConsentBand";
import { ConvertLead } from "@/features/sales/ConvertLead";
import { NextStep } from "@/features/sales/NextStep";
import { ScoreBand } from "@/features/segments/ScoreBand";
import { DuplicateBand } from "@/kit/record/DuplicateBand";
import { registerComposer, registerRecordAction, registerRecordBand } from "@/kit/slots";

registerComposer(lazy(() => import("@/features/activities/Composer").then((module) => ({ default: module.Composer }))));
registerRecordAction("tasks", FinishTask);
registerRecordAction("leads", ConvertLead);
registerRecordBand("card", CardBand);
registerRecordBand("mailing", MailingBand);
registerRecordBand("consent", ConsentBand);
registerRecordBand("score", ScoreBand);
registerRecordBand("plans", PlanBand);
registerRecordBand("automations", AutomationsBand);
registerRecordBand("duplicates", DuplicateBand);
registerRecordBand("next-step", NextStep);
