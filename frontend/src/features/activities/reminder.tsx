import { Text } from "@mantine/core";
import { lazy } from "react";
import type { DisplayProps, FieldKit } from "@/fields/kit";
import { useBefore } from "./useBefore";

function Display({ value }: DisplayProps<number>) {
  const before = useBefore();
  return (
    <Text span inherit>
      {before(Number(value))}
    </Text>
  );
}

const ReminderInput = lazy(() => import("./ReminderInput").then((module) => ({ default: module.ReminderInput })));

export const reminder: FieldKit<number> = { display: Display, input: ReminderInput, commit: "change", width: 150 };
