import { Alert, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useRecords } from "@/api/records";
import { useChangeSampleData, useSampleData } from "@/api/sampleData";
import { useWords } from "@/i18n/useWords";
import { showProblem } from "@/kit/notices";

/** The first steps in an empty workspace, and the way out of the sample. */
export function SampleData() {
  const { t } = useWords("today");
  const client = useQueryClient();
  const sample = useSampleData(true).data;
  const change = useChangeSampleData();
  const contacts = useRecords("contacts", { sort: "-updated_at" });
  const isEmpty = contacts.isSuccess && contacts.data.pages[0]?.items.length === 0;
  const before = useRef(sample?.state);
  useEffect(() => {
    const was = before.current;
    before.current = sample?.state;
    if (was && was !== sample?.state) client.invalidateQueries({ queryKey: ["records"] });
  }, [sample?.state, client]);
  const wish = (what: "load" | "remove") => change.mutateAsync(what).catch(showProblem);
  if (!sample) return null;
  if (sample.state === "loading" || sample.state === "removing") {
    const { done, total } = sample.progress;
    return (
      <Alert color="albahaca" title={t(`sample.${sample.state}`)}>
        <Progress value={total ? (done / total) * 100 : 0} aria-label={t(`sample.${sample.state}`)} mt={4} />
      </Alert>
    );
  }
  if (sample.state === "loaded")
    return (
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("sample.loaded")}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={change.isPending}
          onClick={() => wish("remove")}
        >
          {t("sample.remove")}
        </Button>
      </Group>
    );
  if (!isEmpty) return null;
  return (
    <Alert color="albahaca" title={t("sample.welcome")}>
      <Stack gap="sm">
        <Text>{t("sample.welcomeText")}</Text>
        <Group>
          <Button renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: "contacts" }} />}>
            {t("sample.import")}
          </Button>
          <Button variant="default" loading={change.isPending} onClick={() => wish("load")}>
            {t("sample.load")}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
