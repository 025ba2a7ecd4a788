import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useMaybeObject } from "@/api/objects";
import { useCreate } from "@/api/recordWrites";
import type { RecordRow, Values } from "@/api/types";
import { endInPlace, type InPlaceWish, inPlaceWishes, namedBy } from "@/fields/creating";
import { useWords } from "@/i18n/useWords";
import { showDone } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { useStore } from "@/lib/store";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { createWishes } from "./create";
import { FormDrawer } from "./FormDrawer";
import { type AfterSave, RecordForm } from "./RecordForm";

/** The forms of new records that any page may ask for, and those that they ask for themselves. */
export function CreateDrawer() {
  const wish = useStore(createWishes);
  const navigate = useNavigate();
  const inPlace = useStore(inPlaceWishes);
  const close = () => createWishes.set(null);
  return (
    <>
      <OneDrawer
        plural={wish?.plural}
        given={() => wish?.given ?? {}}
        mayRepeat
        onClose={close}
        onMade={(record) => {
          close();
          if (wish && !wish.stay)
            navigate({ to: "/records/$plural/$id", params: { plural: wish.plural, id: record.id } });
        }}
      />
      {inPlace.map((one, place) => (
        <InPlace key={one.id} wish={one} depth={place + 1} />
      ))}
    </>
  );
}

function InPlace({ wish, depth }: { wish: InPlaceWish; depth: number }) {
  const close = () => endInPlace(wish);
  return (
    <OneDrawer
      plural={wish.plural}
      depth={depth}
      given={(object) => namedBy(object.fields.get(object.nameField), wish.typed)}
      onClose={close}
      onMade={(record, object) => {
        close();
        wish.made({ id: record.id, plural: wish.plural, name: nameOf(record, object.nameField) });
      }}
    />
  );
}

interface DrawerProps {
  plural: string | undefined;
  depth?: number;
  mayRepeat?: boolean;
  given(object: CompiledObject): Values;
  onClose(): void;
  onMade(record: RecordRow, object: CompiledObject): void;
}

function OneDrawer({ plural, depth = 0, mayRepeat = false, given, onClose, onMade }: DrawerProps) {
  const object = useMaybeObject(plural);
  const { t, inner } = useWords();
  return (
    <FormDrawer
      opened={Boolean(plural && object)}
      title={object ? t("create.title", { name: inner(object.label) }) : ""}
      depth={depth}
      onClose={onClose}
    >
      {plural && object && (
        <CreateForm
          key={plural}
          object={object}
          given={given(object)}
          mayRepeat={mayRepeat}
          onClose={onClose}
          onMade={(record) => onMade(record, object)}
        />
      )}
    </FormDrawer>
  );
}

interface FormProps {
  object: CompiledObject;
  given: Values;
  mayRepeat: boolean;
  onClose(): void;
  onMade(record: RecordRow): void;
}

function CreateForm({ object, given, mayRepeat, onClose, onMade }: FormProps) {
  const { t, inner } = useWords();
  const [round, setRound] = useState(0);
  const once = useOnce();
  const create = useCreate(object.plural);
  const submit = async (values: Values, again: boolean): Promise<AfterSave> => {
    const record: RecordRow = await once(values, (key) => create.mutateAsync({ values, key }));
    return () => {
      showDone(t("create.done", { name: nameOf(record, object.nameField) }));
      if (!again) return onMade(record);
      setRound((count) => count + 1);
    };
  };
  return (
    <RecordForm
      key={round}
      object={object}
      given={given}
      submitLabel={t("create.submit", { name: inner(object.label) })}
      onSubmit={submit}
      onCancel={onClose}
      mayRepeat={mayRepeat}
    />
  );
}
