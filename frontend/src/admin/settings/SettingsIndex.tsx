import { Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import { Page } from "@/kit/Page";
import { placesFor } from "./places";
import classes from "./Settings.module.css";
import { useSeeker } from "./useSeeker";

/** Everything that can be set, each with what it is for. */
export function SettingsIndex() {
  const { t } = useWords("admin");
  return (
    <Page title={t("settings.title")}>
      {placesFor(useSeeker()).map((group) => (
        <section key={group.name} className={classes.section} aria-labelledby={`settings-${group.name}`}>
          <Title order={2} id={`settings-${group.name}`}>
            {t(`settings.groups.${group.name}`)}
          </Title>
          <ul className={classes.cards}>
            {group.places.map(({ name, to, icon: Icon }) => (
              <li key={name}>
                <Link to={to} className={classes.card}>
                  <Icon size={20} stroke={1.6} aria-hidden />
                  <span>
                    <span className={classes.name}>{t(`settings.places.${name}`)}</span>
                    <span className={classes.text}>{t(`settings.texts.${name}`)}</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
