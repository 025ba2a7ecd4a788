import { Alert, Button, Checkbox, Radio, Stack, Text, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, body } from "@/api/client";
import { useMaybeObject } from "@/api/objects";
import type { ConvertBody } from "@/api/paths";
import { useSearch } from "@/api/records";
import type { MoneyValue, RecordRow } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { DialogFoot } from "@/kit/DialogFoot";
import { FieldInput } from "@/kit/form/FieldInput";
import { showUndo } from "@/kit/notices";
import { problemText } from "@/kit/problemText";
import { useOnce } from "@/kit/useOnce";

export function ConvertForm({ lead, onClose }: { lead: RecordRow; onClose(): void }) {
  const { t } = useWords("records");
  const client = useQueryClient();
  const navigate = useNavigate();
  const once = useOnce();
  const deals = useMaybeObject("deals");
  const amountField = deals?.fields.get("amount");
  const companyName = String(lead.company_name ?? "");
  const same = useSearch("companies", companyName, Boolean(companyName), 3).data?.items ?? [];
  const [into, setInto] = useState<string>("new");
  const [company, setCompany] = useState(companyName);
  const [withDeal, setWithDeal] = useState(true);
  const [deal, setDeal] = useState(companyName || String(lead.name ?? ""));
  const [amount, setAmount] = useState<MoneyValue | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const asked: ConvertBody = {
      ...(into !== "new" ? { company: { id: into } } : company.trim() ? { company: { name: company.trim() } } : {}),
      deal: withDeal ? { name: deal.trim(), ...(amount ? { amount } : {}) } : null,
    };
    try {
      const made = await once([lead.id, asked], (key) =>
        body(
          api.POST("/v1/records/leads/{id}/convert", {
            params: { path: { id: lead.id }, header: { "Idempotency-Key": key } },
            body: asked,
          }),
        ),
      );
      await client.invalidateQueries({ queryKey: ["records"] });
      onClose();
      const target = made.deal
        ? { plural: "deals", id: made.deal.id }
        : { plural: "contacts", id: made.contact?.id ?? "" };
      await navigate({ to: "/records/$plural/$id", params: target });
      showUndo(t("convert.done"), async () => {
        await body(api.POST("/v1/records/leads/{id}/unconvert", { params: { path: { id: lead.id } } }));
        await navigate({ to: "/records/$plural/$id", params: { plural: "leads", id: lead.id } });
        await client.invalidateQueries({ queryKey: ["records"] });
      });
    } catch (reason) {
      setProblem(reason);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form onSubmit={send}>
      <Stack>
        <Text c="dimmed">{t("convert.text")}</Text>
        {problem ? (
          <Alert color="pimenton" role="alert">
            {problemText(problem, t)}
          </Alert>
        ) : null}
        {same.length > 0 ? (
          <Radio.Group label={t("convert.company")} value={into} onChange={setInto}>
            <Stack gap={6} mt={6}>
              {same.map((one) => (
                <Radio key={one.id} value={one.id} label={t("convert.existing", { name: String(one.name) })} />
              ))}
              <Radio value="new" label={t("convert.newCompany", { name: company })} />
            </Stack>
          </Radio.Group>
        ) : (
          <TextInput
            label={t("convert.company")}
            description={t("convert.companyHint")}
            value={company}
            onChange={(event) => setCompany(event.currentTarget.value)}
          />
        )}
        <Checkbox
          label={t("convert.withDeal")}
          checked={withDeal}
          onChange={(event) => setWithDeal(event.currentTarget.checked)}
        />
        {withDeal && (
          <>
            <TextInput
              label={t("convert.dealName")}
              required
              value={deal}
              onChange={(event) => setDeal(event.currentTarget.value)}
            />
            {amountField && (
              <FieldInput
                field={amountField}
                value={amount}
                onChange={(value) => setAmount(value as MoneyValue | null)}
              />
            )}
          </>
        )}
        <DialogFoot onClose={onClose}>
          <Button type="submit" loading={isBusy}>
            {t("convert.submit")}
          </Button>
        </DialogFoot>
      </Stack>
    </form>
  );
}
