import { Button, Checkbox, Radio, Select, Stack, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { ConsentDecision, Standing } from "@/api/consentTypes";
import { useWords } from "@/i18n/useWords";
import { DialogFoot } from "@/kit/DialogFoot";

interface Props {
  purposes: Standing[];
  isBusy: boolean;
  onCancel(): void;
  onGive(decision: ConsentDecision): void;
}

const BASES = ["consent", "soft_opt_in"] as const;
const FACTS = ["customer", "similar", "could_refuse"] as const;
type Basis = (typeof BASES)[number];
type Fact = (typeof FACTS)[number];

/** A permission that somebody gave elsewhere: what for, what it rests on, where it comes from, since when. */
export function PermissionForm({ purposes, isBusy, onCancel, onGive }: Props) {
  const { t, label } = useWords("consent");
  const [purpose, setPurpose] = useState<string>(purposes[0]?.purpose ?? "marketing");
  const [basis, setBasis] = useState<Basis>("consent");
  const [facts, setFacts] = useState<Fact[]>([]);
  const [source, setSource] = useState("");
  const [day, setDay] = useState("");
  const [proof, setProof] = useState("");
  const isComplete = source.trim() !== "" && (basis === "consent" || facts.length === FACTS.length);
  const give = (event: FormEvent) => {
    event.preventDefault();
    onGive({
      decision: "give",
      purpose,
      basis,
      source: source.trim(),
      ...(day ? { at: `${day}T00:00:00Z` } : {}),
      ...(proof.trim() ? { proof: proof.trim() } : {}),
      ...(basis === "soft_opt_in" ? { facts: Object.fromEntries(facts.map((fact) => [fact, true])) } : {}),
    });
  };
  return (
    <form onSubmit={give} aria-label={t("consent.drawer.give")}>
      <Stack gap="sm">
        {purposes.length > 1 && (
          <Select
            label={t("consent.form.purpose")}
            data={purposes.map((one) => ({ value: one.purpose, label: label(one.label) }))}
            value={purpose}
            allowDeselect={false}
            onChange={(next) => next && setPurpose(next)}
          />
        )}
        <Radio.Group label={t("consent.form.basis")} value={basis} onChange={(next) => setBasis(next as Basis)}>
          <Stack gap={6} mt={6}>
            {BASES.map((one) => (
              <Radio key={one} value={one} label={t(`consent.form.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        {basis === "soft_opt_in" && (
          <Checkbox.Group value={facts} onChange={(next) => setFacts(next as Fact[])}>
            <Stack gap={6} pl="lg">
              {FACTS.map((one) => (
                <Checkbox key={one} value={one} label={t(`consent.form.${one}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        <TextInput
          label={t("consent.form.source")}
          description={t("consent.form.sourceHint")}
          required
          maxLength={200}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("consent.form.day")}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label={t("consent.form.proof")}
          description={t("consent.form.proofHint")}
          maxLength={200}
          value={proof}
          onChange={(event) => setProof(event.currentTarget.value)}
        />
        <DialogFoot onClose={onCancel}>
          <Button type="submit" disabled={!isComplete} loading={isBusy}>
            {t("consent.form.save")}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
