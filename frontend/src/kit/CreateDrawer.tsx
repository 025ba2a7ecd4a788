import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { idempotencyKey } from "@/api/client";
import { useMaybeObject } from "@/api/objects";
import { useCreate } from "@/api/recordWrites";
import type { RecordRow, Values } from "@/api/types";
import { hasWideFields } from "@/fields/registry";
import { useWords } from "@/i18n/useWords";
import { useStore } from "@/lib/store";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { type CreateWish, createWishes } from "./create";
import { FormDrawer } from "./FormDrawer";
import { showDone } from "./notices";
import { RecordForm } from "./RecordForm";

export function CreateDrawer() {
  const wish = useStore(createWishes);
  const object = useMaybeObject(wish?.plural);
  const { t, inner } = useWords();
  const close = () => createWishes.set(null);
  return (
    <FormDrawer
      opened={Boolean(wish && object)}
      title={object ? t("create.title", { name: inner(object.label) }) : ""}
      isWide={object ? hasWideFields(object) : false}
      onClose={close}
    >
      {wish && object && <CreateForm key={wish.plural} wish={wish} object={object} onClose={close} />}
    </FormDrawer>
  );
}

function CreateForm({ wish, object, onClose }: { wish: CreateWish; object: CompiledObject; onClose(): void }) {
  const { t, inner } = useWords();
  const navigate = useNavigate();
  const key = useRef(idempotencyKey());
  const sent = useRef("");
  const create = useCreate(wish.plural);
  const submit = async (values: Values) => {
    const text = JSON.stringify(values);
    if (sent.current && sent.current !== text) key.current = idempotencyKey();
    sent.current = text;
    const record: RecordRow = await create.mutateAsync({ values, key: key.current });
    onClose();
    showDone(t("create.done", { name: nameOf(record, object.nameField) }));
    if (!wish.stay) navigate({ to: "/records/$plural/$id", params: { plural: wish.plural, id: record.id } });
  };
  return (
    <RecordForm
      object={object}
      given={wish.given ?? {}}
      submitLabel={t("create.submit", { name: inner(object.label) })}
      onSubmit={submit}
      onCancel={onClose}
    />
  );
}
