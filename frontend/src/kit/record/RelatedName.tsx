import { Group } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { RecordRow } from "@/api/types";
import { type CompiledObject, nameOf } from "@/metadata/compile";
import { RecordFlags } from "../RecordFlags";
import classes from "./RelatedList.module.css";

export function RelatedName({ other, record }: { other: CompiledObject; record: RecordRow }) {
  return (
    <Group gap={8} wrap="nowrap">
      <Link to="/records/$plural/$id" params={{ plural: other.plural, id: record.id }} className={classes.link}>
        {nameOf(record, other.nameField)}
      </Link>
      <RecordFlags record={record} />
    </Group>
  );
}
