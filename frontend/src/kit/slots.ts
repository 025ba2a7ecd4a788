/** What features add to the generic pages. The kit knows these places and no feature; the router fills them. */
import type { IconProps } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import type { ComponentType } from "react";
import type { Filter, RecordRow, Values } from "@/api/types";
import type { CompiledObject } from "@/metadata/compile";

export interface RecordSlotProps {
  object: CompiledObject;
  record: RecordRow;
}

/** Names of fields that a change must bring along, such as the reason of a loss. */
export type ChangeStep = (object: CompiledObject, record: RecordRow, changes: Values) => string[];

export interface RecordMenuItem {
  id: string;
  icon: ComponentType<IconProps>;
  words(t: TFunction): string;
  /** Where it is offered; everywhere when absent. */
  when?(object: CompiledObject, record: RecordRow): boolean;
  run(object: CompiledObject, record: RecordRow): void;
}

const actions = new Map<string, ComponentType<RecordSlotProps>>();
const menu = new Map<string, RecordMenuItem>();
const bands = new Map<string, ComponentType<RecordSlotProps>>();
const steps = new Map<string, ChangeStep>();
let composer: ComponentType<RecordSlotProps> | null = null;

/** A button in the head of an object's record page. */
export function registerRecordAction(plural: string, action: ComponentType<RecordSlotProps>): void {
  actions.set(plural, action);
}

export const recordAction = (plural: string) => actions.get(plural);

const listActions = new Map<string, ComponentType>();

/** A button in the head of the list of an object's records. */
export function registerListAction(plural: string, action: ComponentType): void {
  listActions.set(plural, action);
}

export const listAction = (plural: string) => listActions.get(plural);

/** An entry of the ⋯ menu of record pages. */
export function registerRecordMenuItem(item: RecordMenuItem): void {
  menu.set(item.id, item);
}

export const recordMenuItems = (object: CompiledObject, record: RecordRow) =>
  [...menu.values()].filter((item) => item.when?.(object, record) ?? true);

/** A line between the head of a record page and its content, which shows itself where it has something to say. */
export function registerRecordBand(id: string, band: ComponentType<RecordSlotProps>): void {
  bands.set(id, band);
}

export const recordBands = () => [...bands];

let note: ComponentType<RecordSlotProps> | null = null;

/** A line on the cards of boards, such as the next task of a deal; nothing where there is nothing to say. */
export function registerCardNote(component: ComponentType<RecordSlotProps>): void {
  note = component;
}

export const cardNote = () => note;

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

export interface FormNoticeProps {
  object: CompiledObject;
  /** What has been typed so far. */
  values: Values;
  record?: RecordRow | undefined;
}

let formNotice: ComponentType<FormNoticeProps> | null = null;

/** What is said above a form while it is filled in, such as that somebody like this is there already. */
export function registerFormNotice(component: ComponentType<FormNoticeProps>): void {
  formNotice = component;
}

export const noticeOfForms = () => formNotice;

export interface BulkActionProps {
  object: CompiledObject;
  /** The ticked records, or all that the list's filter finds. */
  target: { ids: string[] } | { filter: Filter | null };
  onDone(): void;
}

const bulkActions = new Map<string, ComponentType<BulkActionProps>>();

/** A button beside those that change the ticked records of a list. */
export function registerBulkAction(id: string, action: ComponentType<BulkActionProps>): void {
  bulkActions.set(id, action);
}

export const actionsOfBulk = () => [...bulkActions];
