import { ActionIcon, Button, Group, Select, Skeleton, Stack, Text } from "@mantine/core";
import { IconUser, IconUsersGroup, IconX } from "@tabler/icons-react";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { useMe } from "@/api/me";
import type { Share, ShareAccess } from "@/api/recordTypes";
import { useShares, useShareWrites } from "@/api/shares";
import { useTeams } from "@/api/teams";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { Dialog } from "@/kit/Dialog";
import { may } from "@/metadata/access";
import { nameOf } from "@/metadata/compile";
import { showProblem } from "../notices";
import { ProblemAlert } from "./ProblemAlert";
import type { RecordDialogProps } from "./RecordActions";
import classes from "./ShareDialog.module.css";

const WhyHidden = lazy(() => import("./WhyHidden").then((module) => ({ default: module.WhyHidden })));

/** Who besides its owner and their bosses may see or change this one record. */
export function ShareDialog({ object, record, opened, onClose }: RecordDialogProps) {
  const { t } = useWords("records");
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t("share.title", { name: nameOf(record, object.nameField) })}
      size="lg"
    >
      {opened && <Sharing object={object} record={record} />}
    </Dialog>
  );
}

function Sharing({ object, record }: Omit<RecordDialogProps, "opened" | "onClose">) {
  const { t } = useWords("records");
  const { user } = useMe();
  const shares = useShares(object.plural, record.id);
  const mayShare = may(object.permissions, "update", record, user.id);
  const [isAsking, setAsking] = useState(false);
  return (
    <Stack>
      {mayShare && <NewShare plural={object.plural} id={record.id} owner={record.owner} known={shares.data ?? []} />}
      {shares.isPending ? (
        <Skeleton height={44} aria-hidden />
      ) : shares.data?.length ? (
        <ul className={classes.list} aria-label={t("share.with")}>
          {shares.data.map((share) => (
            <OneShare key={share.id} plural={object.plural} id={record.id} share={share} mayShare={mayShare} />
          ))}
        </ul>
      ) : (
        <Text c="dimmed">{t("share.nobody")}</Text>
      )}
      <ProblemAlert problem={shares.error} />
      {user.role === "admin" &&
        (isAsking ? (
          <Suspense fallback={<Skeleton height={60} />}>
            <WhyHidden plural={object.plural} id={record.id} />
          </Suspense>
        ) : (
          <Button variant="subtle" size="compact-md" w="max-content" onClick={() => setAsking(true)}>
            {t("share.why")}
          </Button>
        ))}
    </Stack>
  );
}

function useParties() {
  const { t } = useWords("records");
  const users = useUsers();
  const teams = useTeams().data ?? [];
  const nameOfShare = ({ with: whom }: Share) =>
    whom.user
      ? userName(users.find((one) => one.id === whom.user)) || t("fields.someone")
      : teams.find((one) => one.id === whom.team)?.name || t("share.someTeam");
  return { users, teams, nameOfShare };
}

interface NewProps {
  plural: string;
  id: string;
  owner: string | null | undefined;
  known: readonly Share[];
}

function NewShare({ plural, id, owner, known }: NewProps) {
  const { t } = useWords("records");
  const { user } = useMe();
  const { users, teams } = useParties();
  const { share } = useShareWrites(plural, id);
  const [who, setWho] = useState<string | null>(null);
  const [access, setAccess] = useState<ShareAccess>("read");
  const taken = new Set(known.map((one) => one.id));
  const data = [
    {
      group: t("share.people"),
      items: users
        .filter((one) => one.status === "active" && one.id !== user.id && one.id !== owner)
        .map((one) => ({ value: `user:${one.id}`, label: userName(one) })),
    },
    { group: t("share.teams"), items: teams.map((one) => ({ value: `team:${one.id}`, label: one.name })) },
  ].map(({ group, items }) => ({ group, items: items.filter((item) => !taken.has(item.value)) }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!who) return;
    const [kind, party] = who.split(":");
    share.mutate(
      { with: kind === "team" ? { team: party as string } : { user: party as string }, access },
      { onSuccess: () => setWho(null) },
    );
  };
  return (
    <form onSubmit={send}>
      <div className={classes.form}>
        <Select
          label={t("share.whom")}
          placeholder={t("share.whomHint")}
          data={data.filter(({ items }) => items.length)}
          value={who}
          searchable
          nothingFoundMessage={t("fields.nothingFound")}
          onChange={setWho}
        />
        <Select
          label={t("share.access")}
          data={(["read", "update"] as const).map((value) => ({ value, label: t(`share.can.${value}`) }))}
          value={access}
          allowDeselect={false}
          onChange={(next) => setAccess(next === "update" ? "update" : "read")}
        />
        <Button type="submit" disabled={!who} loading={share.isPending}>
          {t("share.submit")}
        </Button>
      </div>
      <ProblemAlert problem={share.error} />
    </form>
  );
}

interface OneProps {
  plural: string;
  id: string;
  share: Share;
  mayShare: boolean;
}

function OneShare({ plural, id, share, mayShare }: OneProps) {
  const { t } = useWords("records");
  const { nameOfShare } = useParties();
  const writes = useShareWrites(plural, id);
  const name = nameOfShare(share);
  const Icon = share.with.team ? IconUsersGroup : IconUser;
  return (
    <li className={classes.share}>
      <Icon size={18} stroke={1.6} aria-hidden />
      <Text truncate="end" flex={1}>
        {name}
      </Text>
      {mayShare ? (
        <Group gap="xs" wrap="nowrap">
          <Select
            size="xs"
            w={150}
            aria-label={t("share.accessOf", { name })}
            data={(["read", "update"] as const).map((value) => ({ value, label: t(`share.can.${value}`) }))}
            value={share.access}
            allowDeselect={false}
            onChange={(next) =>
              writes.share.mutate(
                { with: share.with, access: next === "update" ? "update" : "read" },
                { onError: showProblem },
              )
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("share.stop", { name })}
            onClick={() => writes.unshare.mutate(share.id, { onError: showProblem })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          {t(`share.can.${share.access}`)}
        </Text>
      )}
    </li>
  );
}
