/** What features add to record pages; it comes with the page, not with the application. */
import { Composer } from "@/features/activities/Composer";
import { FinishTask } from "@/features/activities/FinishTask";
import { ConvertLead } from "@/features/sales/ConvertLead";
import { registerComposer, registerRecordAction } from "@/kit/slots";

registerComposer(Composer);
registerRecordAction("tasks", FinishTask);
registerRecordAction("leads", ConvertLead);
