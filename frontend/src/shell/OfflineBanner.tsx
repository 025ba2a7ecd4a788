import { IconCloudOff } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { online } from "@/lib/online";
import { useStore } from "@/lib/store";
import classes from "./OfflineBanner.module.css";

/** Says that what is on the page is what was last seen, and what cannot be done until the network is back. */
export function OfflineBanner() {
  const { t } = useWords();
  const isOnline = useStore(online);
  return (
    <div role="status" className={classes.place}>
      {!isOnline && (
        <p className={classes.banner}>
          <IconCloudOff size={18} stroke={1.6} aria-hidden />
          {t("offline.text")}
        </p>
      )}
    </div>
  );
}
