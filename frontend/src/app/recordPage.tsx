import { useParams } from "@tanstack/react-router";
import { useObject } from "@/api/objects";
import { useRecord } from "@/api/records";
import "./recordSlots";
import { RecordPage } from "@/kit/RecordPage";

export function RecordRoute() {
  const { plural, id } = useParams({ from: "/staff/records/$plural/$id" });
  const object = useObject(plural);
  const record = useRecord(plural, id);
  return <RecordPage key={id} object={object} record={record} />;
}
