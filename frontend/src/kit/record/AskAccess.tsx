import { Button, Center, Stack, Text, Textarea } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useAskAccess } from "@/api/shares";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "../EmptyState";
import { ProblemAlert } from "./ProblemAlert";

const LONGEST = 500;

/** Instead of a record that is not there for the reader: whether it is not there at all stays untold. */
export function AskAccess({ plural, id }: { plural: string; id: string }) {
  const { t } = useWords("records");
  const ask = useAskAccess(plural, id);
  const [message, setMessage] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate(message.trim());
  };
  return (
    <Center mih="60dvh">
      <EmptyState icon={<IconLock size={44} stroke={1.2} />} title={t("share.askTitle")} text={t("share.askText")}>
        {ask.isSuccess ? (
          <Text role="status" mt="sm">
            {t("share.askDone")}
          </Text>
        ) : (
          <form onSubmit={send}>
            <Stack w={360} maw="88vw" mt="sm">
              <Textarea
                aria-label={t("share.askMessage")}
                placeholder={t("share.askMessage")}
                autosize
                minRows={2}
                maxLength={LONGEST}
                value={message}
                onChange={(event) => setMessage(event.currentTarget.value)}
              />
              <ProblemAlert problem={ask.error} />
              <Button type="submit" loading={ask.isPending}>
                {t("share.ask")}
              </Button>
            </Stack>
          </form>
        )}
        <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/records/$plural" params={{ plural }} />}>
          {t("share.toList")}
        </Button>
      </EmptyState>
    </Center>
  );
}
