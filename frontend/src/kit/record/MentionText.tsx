import { Text } from "@mantine/core";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { type Person, piecesOf } from "./mentions";

/** What somebody wrote, with names in the places of mentions. */
export function MentionText({ text, known = [] }: { text: string; known?: readonly Person[] }) {
  const { t } = useWords();
  const users = useUsers();
  const nameOf = (id: string) =>
    userName(users.find((user) => user.id === id)) || known.find((one) => one.id === id)?.name || t("fields.someone");
  return (
    <Text size="md" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
      {piecesOf(text).map((piece, place) => {
        const key = `${place}-${piece.id ?? ""}`;
        return piece.id ? (
          <Text key={key} span inherit fw={600} c="var(--mantine-color-anchor)">
            @{nameOf(piece.id)}
          </Text>
        ) : (
          <span key={key}>{piece.text}</span>
        );
      })}
    </Text>
  );
}
