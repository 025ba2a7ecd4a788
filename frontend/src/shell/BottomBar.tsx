import { IconHome, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { iconOf } from "@/kit/icons";
import { openPalette } from "./palette";
import { placesOf } from "./places";
import classes from "./Shell.module.css";

const TABS = ["contacts", "deals", "tasks"];

/** The thumb's way around on a phone. */
export function BottomBar() {
  const { t, label } = useWords();
  const places = placesOf(useObjects()).main.filter((object) => TABS.includes(object.plural));
  return (
    <nav className={classes.bar} aria-label={t("nav.bottom")}>
      <Link to="/" className={classes.tab} activeOptions={{ exact: true }}>
        <IconHome size={20} stroke={1.6} aria-hidden />
        {t("nav.home")}
      </Link>
      {places.map((object) => {
        const Icon = iconOf(object.icon);
        return (
          <Link key={object.plural} to="/records/$plural" params={{ plural: object.plural }} className={classes.tab}>
            <Icon size={20} stroke={1.6} aria-hidden />
            {label(object.label_plural)}
          </Link>
        );
      })}
      <button type="button" className={classes.tab} onClick={() => openPalette()}>
        <IconSearch size={20} stroke={1.6} aria-hidden />
        {t("nav.searchShort")}
      </button>
    </nav>
  );
}
