import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";

interface Props {
  id: string;
  title: string;
  className: string | undefined;
  onOpen(): void;
}

/** That a number is what somebody waited for, and the way to it. */
export function AlarmNotice({ id, title, className, onOpen }: Props) {
  const { t } = useWords("alarms");
  return (
    <>
      {t("alarms.notice")}{" "}
      <Link to="/alarms/$id" params={{ id }} className={className} onClick={onOpen}>
        {title}
      </Link>
    </>
  );
}
