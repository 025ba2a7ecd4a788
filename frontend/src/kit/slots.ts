/** What features add to the generic pages. The kit knows these places and no feature; the router fills them. */
import type { ComponentType } from "react";
import type { RecordRow, Values } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";

export interface RecordSlotProps {
  object: CompiledObject;
  record: RecordRow;
}

/** Names of fields that a change must bring along, such as the reason of a loss. */
export type ChangeStep = (object: CompiledObject, record: RecordRow, changes: Values) => string[];

const actions = new Map<string, ComponentType<RecordSlotProps>>();
const steps = new Map<string, ChangeStep>();
let composer: ComponentType<RecordSlotProps> | null = null;

/** A button in the head of an object's record page. */
export function registerRecordAction(plural: string, action: ComponentType<RecordSlotProps>): void {
  actions.set(plural, action);
}

export const recordAction = (plural: string) => actions.get(plural);

export function registerChangeStep(plural: string, step: ChangeStep): void {
  steps.set(plural, step);
}

export function fieldsToAsk(object: CompiledObject, record: RecordRow, changes: Values): string[] {
  return (steps.get(object.plural)?.(object, record, changes) ?? []).filter((name) => object.fields.has(name));
}

/** What stands above the timeline of objects that people talk about. */
export function registerComposer(component: ComponentType<RecordSlotProps>): void {
  composer = component;
}

export const timelineComposer = () => composer;
