import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconSearch, IconUserOff, IconUsers } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useInvitations } from "@/api/invitations";
import { useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { Invitations } from "./Invitations";
import type { Asked } from "./PersonDialogs";
import { PersonCards, PersonTable } from "./PersonList";
import { found, type Shown } from "./people";
import classes from "./Users.module.css";
import { useRoleChoices, useTeamChoices } from "./usePeople";

const PersonDialogs = lazy(() => import("./PersonDialogs").then((module) => ({ default: module.PersonDialogs })));

const SHOWN: Shown[] = ["active", "inactive", "invitations"];

/** Who works here, with which role and in which team, and who has been asked to. */
export function UsersPage() {
  const { t } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const invitations = useInvitations().data ?? [];
  const { nameOf: roleName } = useRoleChoices();
  const { nameOf: teamName } = useTeamChoices();
  const isPhone = useMediaQuery("(max-width: 47.99em)");
  const [shown, setShown] = useState<Shown>("active");
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);

  const counts = {
    active: users.filter((user) => user.status === "active").length,
    inactive: users.filter((user) => user.status !== "active").length,
    invitations: invitations.length,
  };
  const people = found(
    users.filter((user) => (user.status === "active") === (shown === "active")),
    words,
    (user) => `${roleName(user.role)} ${teamName(user.team)}`,
  );
  const List = isPhone ? PersonCards : PersonTable;
  return (
    <Page
      title={t("users.title")}
      actions={<Button onClick={() => setAsked({ what: "invite" })}>{t("users.invite")}</Button>}
    >
      <div className={classes.bar}>
        <SegmentedControl
          aria-label={t("users.show")}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
          data={SHOWN.map((value) => ({ value, label: `${t(`users.${value}`)} ${formats.number(counts[value])}` }))}
        />
        {shown !== "invitations" && (
          <TextInput
            type="search"
            className={classes.search}
            aria-label={t("users.search")}
            placeholder={t("users.search")}
            leftSection={<IconSearch size={16} aria-hidden />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        )}
      </div>
      {shown === "invitations" && <Invitations onInvite={() => setAsked({ what: "invite" })} />}
      {shown !== "invitations" && people.length > 0 && <List people={people} ask={setAsked} />}
      {shown !== "invitations" && people.length === 0 && (
        <Nobody isSearch={Boolean(words)} onClear={() => setWords("")} />
      )}
      <Suspense fallback={null}>{asked && <PersonDialogs asked={asked} onClose={() => setAsked(null)} />}</Suspense>
    </Page>
  );
}

function Nobody({ isSearch, onClear }: { isSearch: boolean; onClear(): void }) {
  const { t } = useWords("admin");
  if (!isSearch) return <EmptyState icon={<IconUserOff size={44} stroke={1.2} />} title={t("users.nobodyInactive")} />;
  return (
    <EmptyState icon={<IconUsers size={44} stroke={1.2} />} title={t("users.nobody")}>
      <Button variant="default" onClick={onClear}>
        {t("users.clear")}
      </Button>
    </EmptyState>
  );
}
