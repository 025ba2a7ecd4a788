import { Skeleton, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useSendings } from "@/api/forms";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Line, Lines } from "@/kit/lines/Lines";
import { MoreButton } from "@/kit/MoreButton";
import { problemText } from "@/kit/problemText";

/** Who filled the form in, each leading to their record, with where they came from. */
export function Sendings({ id }: { id: string }) {
  const { t } = useWords("forms");
  const formats = useFormats();
  const sendings = useSendings(id);
  const found = sendings.data?.pages.flatMap((page) => page.items);
  return (
    <section aria-label={t("sendings.title")}>
      <Title order={2} size="h4" mb="xs">
        {t("sendings.title")}
      </Title>
      {!found && !sendings.error && <Skeleton height={64} aria-hidden />}
      {!found && sendings.error && <p role="alert">{problemText(sendings.error, t)}</p>}
      {found?.length === 0 && <Text c="dimmed">{t("sendings.empty")}</Text>}
      {found && found.length > 0 && (
        <Lines label={t("sendings.title")}>
          {found.map((one) => (
            <Line
              key={`${one.id} ${one.at}`}
              link={
                <Link to="/records/$plural/$id" params={{ plural: one.plural, id: one.id }}>
                  {one.name ?? t("sendings.unnamed")}
                </Link>
              }
              text={[one.utm_source, one.utm_medium, one.utm_campaign, one.page && placeOf(one.page)]
                .filter(Boolean)
                .join(" · ")}
              aside={
                <Text size="sm" c="dimmed">
                  {[one.agreed && t("sendings.agreed"), formats.when(one.at)].filter(Boolean).join(" · ")}
                </Text>
              }
            />
          ))}
        </Lines>
      )}
      <MoreButton list={sendings}>{t("sendings.more")}</MoreButton>
    </section>
  );
}

/** A page's address as people say it. */
const placeOf = (page: string) => page.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, "");
