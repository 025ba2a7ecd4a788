import { Button, Checkbox, NativeSelect, Radio, Stack, TextInput } from "@mantine/core";
import { usePeopleObjects } from "@/admin/parts/usePeopleObjects";
import { useAskPrivacy } from "@/api/privacy";
import type { PrivacyRequest } from "@/api/recordTypes";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { FormProblem } from "@/kit/FormProblem";
import { showDone } from "@/kit/notices";
import { type Picked, RecordSearch } from "@/kit/RecordSearch";
import { useForm } from "@/kit/useForm";
import { dayIn } from "@/lib/dates";

const YEARS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const KINDS: PrivacyRequest["kind"][] = ["access", "erasure"];

export function AskDialog({ onClose }: { onClose(): void }) {
  const { t } = useWords("admin");
  return (
    <Dialog onClose={onClose} title={t("privacy.askTitle")}>
      <AskForm onClose={onClose} />
    </Dialog>
  );
}

/** Registers what somebody asked for about their own data, and begins to do it. */
function AskForm({ onClose }: { onClose(): void }) {
  const { t } = useWords("admin");
  const { timeZone } = useFormats();
  const people = usePeopleObjects();
  const ask = useAskPrivacy();
  const today = dayIn(new Date(), timeZone);
  const form = useForm(
    {
      person: null as Picked | null,
      kind: "access" as PrivacyRequest["kind"],
      received_on: today,
      keep_years: "",
      isSure: false,
    },
    async ({ person, kind, received_on, keep_years }) => {
      if (!person) return;
      await ask.mutateAsync({
        object: person.plural,
        id: person.id,
        kind,
        received_on,
        ...(kind === "erasure" && keep_years ? { keep_years: Number(keep_years) } : {}),
      });
      showDone(t("privacy.begun"));
      onClose();
    },
  );
  const { person, kind, isSure } = form.values;
  const isErasure = kind === "erasure";
  return (
    <form onSubmit={form.submit}>
      <Stack>
        <FormProblem problem={form.problem} />
        <RecordSearch
          label={t("privacy.person")}
          placeholder={t("privacy.personSearch")}
          objects={people}
          required
          value={person}
          onChange={(picked) => form.change({ person: picked })}
        />
        <Radio.Group
          label={t("privacy.kind")}
          value={kind}
          onChange={(value) => form.change({ kind: value as PrivacyRequest["kind"] })}
        >
          <Stack gap={8} mt={6}>
            {KINDS.map((one) => (
              <Radio
                key={one}
                value={one}
                label={t(`privacy.kinds.${one}`)}
                description={t(`privacy.kindTexts.${one}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <TextInput
          type="date"
          label={t("privacy.received")}
          required
          max={today}
          value={form.values.received_on}
          error={form.errors.received_on}
          onChange={(event) => form.change({ received_on: event.currentTarget.value })}
        />
        {isErasure && (
          <>
            <NativeSelect
              label={t("privacy.keep")}
              data={[
                { value: "", label: t("privacy.keepNone") },
                ...YEARS.map((count) => ({ value: String(count), label: t("privacy.keepYears", { count }) })),
              ]}
              value={form.values.keep_years}
              onChange={(event) => form.change({ keep_years: event.currentTarget.value })}
            />
            <Checkbox
              label={t("privacy.sure")}
              checked={isSure}
              onChange={(event) => form.change({ isSure: event.currentTarget.checked })}
            />
          </>
        )}
        <DialogFoot onClose={onClose}>
          <Button
            type="submit"
            {...(isErasure ? { color: "pimenton.7" } : {})}
            loading={form.isBusy}
            disabled={!person || (isErasure && !isSure)}
          >
            {t(`privacy.send.${kind}`)}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
