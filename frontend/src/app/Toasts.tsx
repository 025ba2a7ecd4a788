import "@mantine/notifications/styles.layer.css";
import { Notifications } from "@mantine/notifications";

/** Where notices are shown; one that is given before this has come waits for it. */
export function Toasts() {
  return <Notifications position="bottom-center" limit={3} />;
}
