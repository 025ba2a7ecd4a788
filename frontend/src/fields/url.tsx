import { Anchor } from "@mantine/core";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";

function Display({ value }: DisplayProps<string>) {
  const safe = /^https?:\/\//i.test(value) ? value : `https://${value}`;
  return (
    <Anchor
      href={safe}
      target="_blank"
      rel="noopener noreferrer"
      inherit
      truncate="end"
      onClick={(event) => event.stopPropagation()}
    >
      {value.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "")}
    </Anchor>
  );
}

export const url: FieldKit<string> = { display: Display, input: inputOf("url"), commit: "leave", width: 180 };
