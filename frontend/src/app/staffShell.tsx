import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";
import { Shell } from "@/shell/Shell";
import "./features";

/** Forms come while nobody waits, so that the first click on a value finds its input. */
const prepare = () => import("@/fields/inputs/inputs");
if ("requestIdleCallback" in window) requestIdleCallback(prepare, { timeout: 4_000 });
else setTimeout(prepare, 2_000);

/** The signed-in application: what it needs and the sign-in pages do not comes with it. */
export function StaffShell() {
  return (
    <>
      <Notifications position="bottom-center" limit={3} />
      <Shell />
    </>
  );
}
