import { Skeleton, Text } from "@mantine/core";
import { IconUsersGroup } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type BehindDay, useBehindDay } from "@/api/marketing";
import { useObjects } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { BackLink } from "@/kit/BackLink";
import { EmptyState } from "@/kit/EmptyState";
import { Line, Lines } from "@/kit/lines/Lines";
import { MoreButton } from "@/kit/MoreButton";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";

/** Those behind one number of a day of the firm's reputation, once for each mail. */
export function ReputationPeople({ asked }: { asked: BehindDay }) {
  const { t, label } = useWords("marketing");
  const formats = useFormats();
  const objects = useObjects();
  const list = useBehindDay(asked);
  const people = list.data?.pages.flatMap((page) => page.items);
  const title = t("reputation.peopleOf", { of: t(`reputation.${asked.of}`), day: formats.day(asked.day) });
  return (
    <Page title={title} before={<BackLink to="/settings/marketing" aria-label={t("reputation.title")} />}>
      {!people && !list.error && <Skeleton height={160} aria-hidden />}
      {!people && list.error && <Text role="alert">{problemText(list.error, t)}</Text>}
      {people?.length === 0 && !list.hasNextPage && (
        <EmptyState
          icon={<IconUsersGroup size={44} stroke={1.2} />}
          title={t("reputation.nobody")}
          text={t("reputation.nobodyText")}
        />
      )}
      {people && people.length > 0 && (
        <Lines label={title}>
          {people.map((person, position) => (
            <Line
              // biome-ignore lint/suspicious/noArrayIndexKey: somebody may be there twice, and the list only grows
              key={`${person.plural} ${person.id} ${position}`}
              link={
                <Link to="/records/$plural/$id" params={{ plural: person.plural, id: person.id }}>
                  {person.name ?? t("reputation.unnamed")}
                </Link>
              }
              text={label(objects.find((one) => one.plural === person.plural)?.label)}
            />
          ))}
        </Lines>
      )}
      <MoreButton list={list}>{t("reputation.more")}</MoreButton>
    </Page>
  );
}
