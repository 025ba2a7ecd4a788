import { Alert, Button, Group, List, Loader, Radio, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useJob } from "@/api/jobs";
import { useGroupCustomers } from "@/api/lists";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";
import { showDone, showProblem } from "@/kit/notices";
import { useOnce } from "@/kit/useOnce";
import { type Customers, useCustomers } from "./customers";

const keyOf = (one: Customers) => `${one.object} ${one.related}`;

/** Asks whose customers are to be grouped, and stays while they are measured. */
export function Grouping({ onClose }: { onClose(): void }) {
  const { t, label, inner } = useWords("segments");
  const offered = useCustomers();
  const [chosen, setChosen] = useState<string>();
  const [job, setJob] = useState<string>();
  const begin = useGroupCustomers();
  const once = useOnce();
  const asked = offered.find((one) => keyOf(one) === chosen) ?? offered[0];
  const start = async () => {
    if (!asked) return;
    const { labels: _, ...wish } = asked;
    try {
      setJob((await once(wish, (key) => begin.mutateAsync({ ...wish, key }))).id);
    } catch (problem) {
      showProblem(problem);
    }
  };
  return (
    <Dialog onClose={onClose} title={t("rfm.title")}>
      {job ? (
        <Measuring id={job} onClose={onClose} />
      ) : (
        <Stack>
          <Text>{t("rfm.text")}</Text>
          <List size="sm" spacing={4}>
            {(["recency", "frequency", "money"] as const).map((one) => (
              <List.Item key={one}>{t(`rfm.by.${one}`)}</List.Item>
            ))}
          </List>
          <Radio.Group label={t("rfm.whose")} value={asked ? keyOf(asked) : ""} onChange={setChosen}>
            <Stack gap={8} mt={6}>
              {offered.map((one) => (
                <Radio
                  key={keyOf(one)}
                  value={keyOf(one)}
                  label={t("rfm.one", {
                    customers: label(one.labels.customers),
                    purchases: inner(one.labels.purchases),
                  })}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Text size="sm" c="dimmed">
            {t("rfm.after")}
          </Text>
          <DialogFoot onClose={onClose}>
            <Button disabled={!asked} loading={begin.isPending} onClick={start} data-autofocus>
              {t("rfm.run")}
            </Button>
          </DialogFoot>
        </Stack>
      )}
    </Dialog>
  );
}

function Measuring({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useWords("segments");
  const client = useQueryClient();
  const { data: job } = useJob(id);
  const isDone = job?.state === "done";
  useEffect(() => {
    if (!isDone) return;
    client.invalidateQueries({ queryKey: ["segments"] });
    showDone(t("rfm.done"));
    onClose();
  }, [isDone, client, onClose, t]);
  if (job && !job.is_running && !isDone) {
    const { code, detail } = job.problem ?? {};
    return (
      <Alert color="pimenton" role="alert" title={t("rfm.failed")}>
        {t(`rfm.problems.${code}`, { defaultValue: detail ?? "" })}
      </Alert>
    );
  }
  return (
    <Group aria-live="polite">
      <Loader size="sm" />
      <Text>{t("rfm.measuring")}</Text>
    </Group>
  );
}
