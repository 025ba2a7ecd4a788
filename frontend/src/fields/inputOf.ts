import { type ComponentType, createElement, lazy, useState } from "react";
import type { FieldTypeName } from "@/api/types";
import type { InputProps, ValueOf } from "./kit";

type Inputs = typeof import("./inputs/inputs")["inputs"];

let arrived: Inputs | null = null;

async function fetched(): Promise<Inputs> {
  arrived = (await import("./inputs/inputs")).inputs;
  return arrived;
}

/** The input of a type, fetched with all the others when the first is drawn; from then on it is there at once. */
export function inputOf<T extends FieldTypeName>(type: T): ComponentType<InputProps<ValueOf[T]>> {
  type Input = ComponentType<InputProps<ValueOf[T]>>;
  const Fetched: Input = lazy(async () => ({ default: (await fetched())[type] as Input }));
  return function TypedInput(props: InputProps<ValueOf[T]>) {
    const [Input] = useState<Input>(() => (arrived?.[type] as Input | undefined) ?? Fetched);
    return createElement(Input, props);
  };
}
