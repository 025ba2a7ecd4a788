import { Anchor, Button, Select, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSegments } from "@/api/segments";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";

interface Props {
  name: string;
  /** What its button does. */
  verb: string;
  isBusy: boolean;
  onChoose(segment: string): void;
  onClose(): void;
}

const PEOPLE = "contacts";

/** Asks which segment a starter is for. */
export function ForWhom({ name, verb, isBusy, onChoose, onClose }: Props) {
  const { t } = useWords("automations");
  const segments = useSegments().data?.filter((one) => one.object === PEOPLE);
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Dialog onClose={onClose} title={name}>
      <Stack>
        {segments?.length === 0 ? (
          <Text>
            {t("automations.starters.noSegments")}{" "}
            <Anchor renderRoot={(props) => <Link {...props} to="/segments/new" />}>
              {t("automations.starters.newSegment")}
            </Anchor>
          </Text>
        ) : (
          <Select
            label={t("automations.starters.forWhom")}
            description={t("automations.starters.segmentHint")}
            data={(segments ?? []).map((one) => ({ value: one.id, label: one.name }))}
            value={chosen}
            searchable
            data-autofocus
            onChange={setChosen}
          />
        )}
        <DialogFoot onClose={onClose}>
          <Button disabled={!chosen} loading={isBusy} onClick={() => chosen && onChoose(chosen)}>
            {verb}
          </Button>
        </DialogFoot>
      </Stack>
    </Dialog>
  );
}
