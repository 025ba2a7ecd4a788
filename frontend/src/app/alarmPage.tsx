import { AlarmPage } from "@/features/alarms/AlarmPage";
import { alarm } from "./alarmRoutes";

export function AlarmRoute() {
  const { id } = alarm.useParams();
  return <AlarmPage key={id} id={id} />;
}
