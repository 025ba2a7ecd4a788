import { Button, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useObjects } from "@/api/objects";
import { type SegmentRow, type SegmentSize, segmentQuery } from "@/api/segments";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { numberFormat } from "@/lib/intl";
import { cellOf, FREQUENCIES, type Grouped, RECENCIES } from "./groups";
import classes from "./RfmGrid.module.css";

interface Props {
  grouped: Grouped;
  sizes: readonly SegmentSize[] | undefined;
  onAgain: (() => void) | undefined;
}

/** The groups of customers where they stand: how recently they bought down, how often across. */
export function RfmGrid({ grouped, sizes, onAgain }: Props) {
  const { t, label } = useWords("segments");
  const object = useObjects().find((one) => one.plural === grouped.object);
  const [first] = grouped.segments.values();
  const measured = useQuery({ ...segmentQuery(first?.id ?? ""), enabled: Boolean(first) }).data?.description;
  const sizeOf = (segment: SegmentRow) => sizes?.find((one) => one.id === segment.id);
  const all = [...grouped.segments.values()].reduce((sum, one) => sum + (sizeOf(one)?.size ?? 0), 0);
  const title = t("rfm.grid", { name: label(object?.label_plural) });
  return (
    <section aria-label={title} className={classes.section}>
      <div className={classes.head}>
        <h2>{title}</h2>
        {onAgain && (
          <Button variant="default" size="compact-sm" onClick={onAgain}>
            {t("rfm.again")}
          </Button>
        )}
      </div>
      <table className={classes.grid}>
        <thead>
          <tr>
            <td />
            {FREQUENCIES.map((one) => (
              <th key={one} scope="col">
                {t(`rfm.frequencies.${one}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RECENCIES.map((recency) => (
            <tr key={recency}>
              <th scope="row">{t(`rfm.recencies.${recency}`)}</th>
              {FREQUENCIES.map((frequency) => (
                <td key={frequency}>
                  <div className={classes.cell}>
                    {cellOf(grouped, recency, frequency).map((segment) => (
                      <Cell key={segment.id} segment={segment} size={sizeOf(segment)} all={all} />
                    ))}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {measured && (
        <Text size="sm" c="dimmed" mt={8}>
          {measured}
        </Text>
      )}
    </section>
  );
}

function Cell({ segment, size, all }: { segment: SegmentRow; size: SegmentSize | undefined; all: number }) {
  const { t } = useWords("segments");
  const formats = useFormats();
  const share = size && all ? size.size / all : 0;
  return (
    <Link to="/segments/$id" params={{ id: segment.id }} search={{ tab: "members" }} className={classes.group}>
      <span className={classes.share} style={{ width: `${share * 100}%` }} aria-hidden />
      <span className={classes.name}>{segment.name}</span>
      <span className={classes.figure}>
        {size?.ready ? formats.number(size.size) : t("segments.counting")}
        {size?.ready && all > 0 && <small>{numberFormat(formats.locale, { style: "percent" }).format(share)}</small>}
      </span>
    </Link>
  );
}
