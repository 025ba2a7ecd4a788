import { Skeleton, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { useSegmentPreview } from "@/api/segments";
import type { Filter } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { problemText } from "@/kit/problemText";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import classes from "./Segments.module.css";

/** How many records the conditions find right now, and a few of them. */
export function Live({ object, filter }: { object: CompiledObject; filter: Filter | undefined }) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const [asked] = useDebouncedValue(filter, 500);
  const { data, error, isFetching } = useSegmentPreview(object.plural, asked, true);
  const count = (data?.exact ? data.count : data?.expected) ?? 0;
  const number = formats.number(count);
  const about = count ? t("segments.about", { number }) : t("segments.few");
  return (
    <section className={classes.panel} aria-label={t("segments.live")} aria-busy={isFetching}>
      <h2 className={classes.head}>{t("segments.live")}</h2>
      {!data && !error && <Skeleton height={80} aria-hidden />}
      {error && <Text size="sm">{problemText(error, t)}</Text>}
      {data && (
        <>
          <p className={classes.large}>{data.exact ? number : about}</p>
          {data.sample.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t(data.exact ? "segments.nobody" : "segments.nobodySeen")}
            </Text>
          ) : (
            <>
              <Text size="sm" c="dimmed" mt="sm">
                {t("segments.sample")}
              </Text>
              <ul className={classes.sample}>
                {data.sample.map((record) => (
                  <li key={record.id}>
                    <Link to="/records/$plural/$id" params={{ plural: object.plural, id: record.id }}>
                      {nameOf(record, object.nameField)}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  );
}
