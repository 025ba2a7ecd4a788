import { Link } from "@tanstack/react-router";
import type { FailureKind } from "@/api/failures";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";

interface Props {
  kind: FailureKind;
  count: number;
  className: string | undefined;
  onOpen(): void;
}

/** That something failed for good, and the way to where it is tried again. */
export function FailureNotice({ kind, count, className, onOpen }: Props) {
  const { t } = useWords("failures");
  const formats = useFormats();
  return (
    <>
      {t(`failures.notice.${kind}`, { count, n: formats.number(count) })}.{" "}
      <Link to="/settings/failures" search={{ kind }} className={className} onClick={onOpen}>
        {t("failures.notice.see")}
      </Link>
    </>
  );
}
