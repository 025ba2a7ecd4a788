import { Link } from "@tanstack/react-router";
import type { Card, Touch } from "@/api/cardTypes";
import { useMaybeObject } from "@/api/objects";
import { useFormats } from "@/fields/useFormats";
import { UserName } from "@/fields/user";
import { useWords } from "@/i18n/useWords";
import { Fact } from "./Fact";

/** The last time that one was in touch, how it ended and who it was; and the next that is planned. */
export function TouchFact({ touches }: { touches: Card["touches"] }) {
  const { t } = useWords("card");
  const formats = useFormats();
  const [last] = touches.last;
  const next = touches.next && (
    <>
      {t("card.planned")} <TouchName touch={touches.next} />, {formats.when(touches.next.at)}
    </>
  );
  if (!last)
    return (
      <Fact name={t("card.lastTouch")} more={next}>
        {t("card.noTouch")}
      </Fact>
    );
  return (
    <Fact
      name={t(touches.unanswered ? "card.unanswered" : "card.lastTouch")}
      isUrgent={Boolean(touches.unanswered)}
      more={
        <>
          <TouchName touch={last} />
          {last.ended && ` · ${last.ended}`}
          {last.plural === null && last.outcome && ` · ${t(`card.mails.${last.outcome}`)}`}
          {last.by && (
            <>
              {" · "}
              <UserName id={last.by} withFace={false} />
            </>
          )}
          {next && <div>{next}</div>}
        </>
      }
    >
      <span title={formats.instant(last.at)}>{formats.ago(last.at)}</span>
    </Fact>
  );
}

function TouchName({ touch }: { touch: Touch }) {
  const { t, label } = useWords("card");
  const object = useMaybeObject(touch.plural ?? undefined);
  if (!touch.plural || !touch.id) return <>{t("card.mail")}</>;
  return (
    <Link to="/records/$plural/$id" params={{ plural: touch.plural, id: touch.id }}>
      {touch.name || label(object?.label) || t("card.untitled")}
    </Link>
  );
}
