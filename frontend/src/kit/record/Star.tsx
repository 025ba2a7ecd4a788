import { ActionIcon } from "@mantine/core";
import { IconStar, IconStarFilled } from "@tabler/icons-react";
import { useFavourites, useSetFavourite } from "@/api/favourites";
import type { RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { showProblem } from "../notices";
import { useShortcuts } from "../shortcuts";

/** Keeps a record at hand in the navigation. */
export function Star({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords();
  const favourites = useFavourites();
  const set = useSetFavourite();
  const isOn = favourites.data?.some((one) => one.id === record.id) ?? false;
  const toggle = () =>
    set.mutate(
      { plural: object.plural, id: record.id, name: nameOf(record, object.nameField), on: !isOn },
      { onError: showProblem },
    );
  useShortcuts("record", [{ key: "s", words: t("record.favourite"), run: toggle }]);
  return (
    <ActionIcon
      variant="subtle"
      color={isOn ? "albahaca" : "gray"}
      size={32}
      aria-label={t("record.favourite")}
      aria-pressed={isOn}
      disabled={favourites.isPending}
      onClick={toggle}
    >
      {isOn ? <IconStarFilled size={17} /> : <IconStar size={17} />}
    </ActionIcon>
  );
}
