import { SegmentedControl, VisuallyHidden } from "@mantine/core";
import { IconCalendar, IconColumns3, IconList } from "@tabler/icons-react";
import { useWords } from "@/i18n/useWords";
import { LAYOUTS, type Layout } from "./listState";

const ICONS = { list: IconList, board: IconColumns3, calendar: IconCalendar };
const WORDS = { list: "list.table", board: "list.board", calendar: "list.calendar" };

interface Props {
  offered: ReadonlySet<Layout>;
  layout: Layout;
  isPhone: boolean;
  onChange(layout: Layout): void;
}

/** How the records of a list are laid out: in words on a desk, in pictures on a phone. */
export function LayoutSwitch({ offered, layout, isPhone, onChange }: Props) {
  const { t } = useWords();
  if (offered.size < 2) return null;
  const data = LAYOUTS.filter((one) => offered.has(one)).map((value) => {
    const Icon = ICONS[value];
    const name = t(WORDS[value]);
    const picture = (
      <>
        <Icon size={18} style={{ display: "block" }} aria-hidden />
        <VisuallyHidden>{name}</VisuallyHidden>
      </>
    );
    return { value, label: isPhone ? picture : name };
  });
  return (
    <SegmentedControl
      size="xs"
      aria-label={t("list.view")}
      data={data}
      value={layout}
      onChange={(next) => onChange(LAYOUTS.find((one) => one === next) ?? "list")}
    />
  );
}
