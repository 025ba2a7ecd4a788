import { Skeleton } from "@mantine/core";
import { useCard } from "@/api/cards";
import { useWords } from "@/i18n/useWords";
import type { RecordSlotProps } from "@/kit/slots";
import { Advice } from "./Advice";
import classes from "./Card.module.css";
import { ChurnFact } from "./ChurnFact";
import { MattersFact } from "./MattersFact";
import { TouchFact } from "./TouchFact";
import { ValueFact } from "./ValueFact";

const HEIGHT = 92;

/** What a customer is worth, whether they are going, what was talked about, what is open, and what to do next. */
export function CardPanel({ object, record }: RecordSlotProps) {
  const { t } = useWords("card");
  const { data: card, isPending } = useCard(object.plural, record.id);
  if (isPending) return <Skeleton height={HEIGHT} aria-hidden />;
  // What went wrong is told where it can be mended; the page does without its card.
  if (!card) return null;
  return (
    <section className={classes.card} aria-label={t("card.title")}>
      {card.next && <Advice key={card.next.rule} advice={card.next} object={object} record={record} />}
      <dl className={classes.facts}>
        {card.value && <ValueFact value={card.value} record={record} object={object} />}
        {card.churn && <ChurnFact churn={card.churn} />}
        <TouchFact touches={card.touches} />
        <MattersFact matters={card.matters} />
      </dl>
    </section>
  );
}
