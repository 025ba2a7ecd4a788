import { type ComponentType, lazy } from "react";
import type { FieldTypeName } from "@/api/types";
import type { InputProps, ValueOf } from "./kit";

/** The input of a type, fetched with all the others when the first is drawn. */
export function inputOf<T extends FieldTypeName>(type: T): ComponentType<InputProps<ValueOf[T]>> {
  return lazy(async () => {
    const { inputs } = await import("./inputs/inputs");
    return { default: inputs[type] as ComponentType<InputProps<ValueOf[T]>> };
  });
}
