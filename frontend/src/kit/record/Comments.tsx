import { ActionIcon, Avatar, Badge, Button, Group, Menu, Skeleton, Stack, Text } from "@mantine/core";
import { IconBell, IconBellOff, IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useComments, useCommentWrites } from "@/api/comments";
import { useMe } from "@/api/me";
import type { Comment } from "@/api/recordTypes";
import type { RecordRow } from "@/api/types";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { MoreButton } from "@/kit/MoreButton";
import { useOnce } from "@/kit/useOnce";
import type { CompiledObject } from "@/metadata/compile";
import { showProblem } from "../notices";
import { CommentForm } from "./CommentForm";
import classes from "./Comments.module.css";
import { MentionText } from "./MentionText";

const SEEN_AFTER = 1_200;

/** What the team says among themselves on a record. */
export function Comments({ object, record }: { object: CompiledObject; record: RecordRow }) {
  const { t } = useWords("records");
  const { user } = useMe();
  const list = useComments(object.plural, record.id);
  const writes = useCommentWrites(object.plural, record.id);
  const once = useOnce();
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const comments = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const unread = first?.new ?? 0;
  const { mutate: read } = writes.read;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is new is marked once, when it is first seen
  useEffect(() => {
    if (!unread) return;
    const theirs = comments.filter((one) => one.author !== user.id && !one.deleted_at).slice(0, unread);
    setFresh(new Set(theirs.map((one) => one.id)));
    const timer = setTimeout(read, SEEN_AFTER);
    return () => clearTimeout(timer);
  }, [unread]);

  if (list.isPending) return <Skeleton height={80} aria-hidden />;
  return (
    <Stack gap="lg">
      <CommentForm
        plural={object.plural}
        id={record.id}
        label={t("comments.new")}
        placeholder={t("comments.placeholder")}
        submitLabel={t("comments.send")}
        onSend={async (text) => {
          await once([record.id, text], (key) => writes.write.mutateAsync({ text, once: key }));
        }}
      />
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {comments.length
            ? t("comments.count", { count: comments.length, more: list.hasNextPage ? "+" : "" })
            : t("comments.none")}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          aria-pressed={first?.follows ?? false}
          leftSection={first?.follows ? <IconBell size={15} /> : <IconBellOff size={15} />}
          onClick={() => writes.follow.mutate(!first?.follows, { onError: showProblem })}
        >
          {first?.follows ? t("comments.following") : t("comments.follow")}
        </Button>
      </Group>
      <ol className={classes.list} aria-label={t("comments.title")}>
        {comments.map((comment) => (
          <OneComment
            key={comment.id}
            plural={object.plural}
            id={record.id}
            comment={comment}
            isNew={fresh.has(comment.id)}
            isOwn={comment.author === user.id}
          />
        ))}
      </ol>
      <MoreButton list={list}>{t("comments.more")}</MoreButton>
    </Stack>
  );
}

interface OneProps {
  plural: string;
  id: string;
  comment: Comment;
  isNew: boolean;
  isOwn: boolean;
}

function OneComment({ plural, id, comment, isNew, isOwn }: OneProps) {
  const { t } = useWords("records");
  const formats = useFormats();
  const users = useUsers();
  const writes = useCommentWrites(plural, id);
  const [isEditing, setEditing] = useState(false);
  const author = userName(users.find((user) => user.id === comment.author)) || t("fields.someone");
  return (
    <li className={classes.comment}>
      <Avatar name={author} size={28} color="harina" variant="light" aria-hidden />
      <div className={classes.body}>
        <Group gap={6} wrap="nowrap">
          <Text fw={600} truncate="end">
            {author}
          </Text>
          <Text size="xs" c="dimmed" title={formats.instant(comment.at)} style={{ flex: "none" }}>
            {formats.when(comment.at)}
          </Text>
          {comment.edited_at && !comment.deleted_at && (
            <Text size="xs" c="dimmed" title={formats.instant(comment.edited_at)}>
              {t("comments.edited")}
            </Text>
          )}
          {isNew && <Badge size="sm">{t("comments.isNew")}</Badge>}
          {isOwn && !comment.deleted_at && !isEditing && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="subtle" color="gray" size={24} ml="auto" aria-label={t("comments.menu")}>
                  <IconDots size={16} />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing(true)}>
                  {t("actions.edit")}
                </Menu.Item>
                <Menu.Item
                  color="var(--attention)"
                  leftSection={<IconTrash size={16} />}
                  onClick={() => writes.remove.mutate(comment, { onError: showProblem })}
                >
                  {t("comments.delete")}
                </Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
        {comment.deleted_at ? (
          <Text c="dimmed" fs="italic">
            {t("comments.deleted")}
          </Text>
        ) : isEditing ? (
          <CommentForm
            plural={plural}
            id={id}
            label={t("comments.edit")}
            submitLabel={t("actions.saveChanges")}
            initial={comment.text ?? ""}
            onCancel={() => setEditing(false)}
            onSend={async (text) => {
              await writes.edit.mutateAsync({ comment, text });
              setEditing(false);
            }}
          />
        ) : (
          <MentionText text={comment.text ?? ""} known={comment.mentions} />
        )}
      </div>
    </li>
  );
}
