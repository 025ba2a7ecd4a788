import { Button, Text } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type CampaignStarter, useBeginCampaign, useCampaignStarters } from "@/api/campaignStarters";
import { ApiProblem } from "@/api/problems";
import { useSenders } from "@/api/sending";
import { useWords } from "@/i18n/useWords";
import { showDone, showProblem } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { Part } from "./Part";
import classes from "./Starters.module.css";

/** The campaigns to begin with, each with its goal, its people, its mail and what it is expected to bring. */
export function Starters() {
  const { t, language, label } = useWords("campaigns");
  const starters = useCampaignStarters().data;
  const begin = useBeginCampaign();
  const [wasRefused, setRefused] = useState(false);
  const lacksSender = useSenders().data?.length === 0 || wasRefused;
  const navigate = useNavigate();
  const once = useOnce();
  const take = async ({ key, label: name }: CampaignStarter) => {
    try {
      const wish = { key, language };
      const made = await once(wish, (id) => begin.mutateAsync({ ...wish, once: id }));
      showDone(t("starters.made", { name: label(name) }));
      await navigate({ to: "/campaigns/$id", params: { id: made.campaign }, search: {} });
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === "no_sender") setRefused(true);
      else showProblem(problem);
    }
  };
  if (!starters) return null;
  return (
    <Part title={t("starters.title")}>
      {lacksSender && (
        <Text size="sm" role="status">
          {t("starters.noSender")} <Link to="/settings/sending">{t("starters.setUp")}</Link>
        </Text>
      )}
      <ul className={classes.cards}>
        {starters.map((starter) => (
          <li key={starter.key} className={classes.card}>
            <Text fw={600}>{label(starter.label)}</Text>
            <Text size="sm" c="dimmed" flex={1}>
              {label(starter.says)}
            </Text>
            <Button
              variant="light"
              disabled={lacksSender || begin.isPending}
              loading={begin.isPending && begin.variables.key === starter.key}
              aria-label={t("starters.takeOf", { name: label(starter.label) })}
              onClick={() => take(starter)}
            >
              {t("starters.take")}
            </Button>
          </li>
        ))}
      </ul>
    </Part>
  );
}
