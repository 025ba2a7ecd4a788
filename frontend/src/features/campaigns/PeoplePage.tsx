import { Skeleton, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Behind, type PeopleAsked, useBehind } from "@/api/campaignResults";
import { campaignQuery } from "@/api/campaigns";
import { useObjects } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Line, Lines } from "@/kit/lines/Lines";
import { MoreButton } from "@/kit/MoreButton";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { CampaignBackLink } from "./CampaignBackLink";
import { hourOf } from "./hour";
import { useReason } from "./useReason";

/** Those behind one number of a campaign. */
export function PeoplePage({ id, asked }: { id: string; asked: PeopleAsked }) {
  const { t, label, has } = useWords("campaigns");
  const formats = useFormats();
  const reason = useReason();
  const objects = useObjects();
  const { data: told } = useSuspenseQuery(campaignQuery(id));
  const isLaunched = Boolean(told.course) && told.course?.state !== "withdrawn";
  const list = useBehind(id, asked, isLaunched);
  const people = list.data?.pages.flatMap((page) => page.items);
  const state = asked.reason ? reason(asked.reason) : t(`results.states.${asked.state}`);
  const signs = (found: readonly string[]) =>
    asked.state.endsWith("_machine") && found.length
      ? [
          t("people.machine", {
            signs: found.map((one) => (has(`people.signs.${one}`) ? t(`people.signs.${one}`) : one)).join(", "),
          }),
        ]
      : [];
  const when = ({ hour, by, signs, of }: NonNullable<Behind["moment"]>) =>
    t(`hours.because.${by}`, { hour: hourOf(hour), number: formats.number(signs), of: formats.number(of) });
  const narrowed = [
    state,
    ...(asked.variant ? [t("plan.version", { name: asked.variant })] : []),
    ...(asked.hour !== undefined ? [hourOf(asked.hour)] : []),
  ];
  const title = t("people.title", {
    state: narrowed.join(" · "),
    campaign: String(told.campaign.name ?? ""),
  });
  return (
    <Page title={title} before={<CampaignBackLink campaign={id} tab={isLaunched ? "results" : "send"} />}>
      {!people && !list.error && <Skeleton height={160} aria-hidden />}
      {list.error && !people && <Text role="alert">{problemText(list.error, t)}</Text>}
      {people?.length === 0 && !list.hasNextPage && (
        <EmptyState
          icon={<IconUsersGroup size={44} stroke={1.2} />}
          title={t("people.none")}
          text={t("people.noneSeen")}
        />
      )}
      {people && people.length > 0 && (
        <Lines label={state}>
          {people.map((person) => (
            <Line
              key={`${person.plural} ${person.id}`}
              link={
                <Link to="/records/$plural/$id" params={{ plural: person.plural, id: person.id }}>
                  {person.name ?? t("returns.unnamed")}
                </Link>
              }
              text={[
                label(objects.find((one) => one.plural === person.plural)?.label),
                ...(person.variant && !asked.variant ? [t("plan.version", { name: person.variant })] : []),
                ...signs(person.reasons),
                ...(person.moment ? [when(person.moment)] : []),
              ].join(" · ")}
              aside={
                isLaunched && (
                  <Text size="sm" c="dimmed">
                    {formats.instant(person.at)}
                  </Text>
                )
              }
            />
          ))}
        </Lines>
      )}
      <MoreButton list={list}>{t("people.more")}</MoreButton>
    </Page>
  );
}
