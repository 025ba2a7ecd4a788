import { Text } from "@mantine/core";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value }: DisplayProps<boolean>) {
  const { t } = useWords();
  return (
    <Text span inherit>
      {value ? t("fields.yes") : t("fields.no")}
    </Text>
  );
}

export const boolean: FieldKit<boolean> = {
  display: Display,
  input: inputOf("boolean"),
  commit: "change",
  width: 90,
  isEmpty: () => false,
};
