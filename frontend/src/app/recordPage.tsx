import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useObject } from "@/api/objects";
import { useRecord } from "@/api/records";
import "@/print.css";
import "./recordSlots";
import { RecordPage } from "@/kit/record/RecordPage";

export function RecordRoute() {
  const { plural, id } = useParams({ from: "/staff/records/$plural/$id" });
  const { tab } = useSearch({ from: "/staff/records/$plural/$id" });
  const navigate = useNavigate({ from: "/records/$plural/$id" });
  const object = useObject(plural);
  const record = useRecord(plural, id);
  const open = (next: string) => navigate({ search: { tab: next }, replace: true, resetScroll: false });
  return <RecordPage key={id} object={object} record={record} tab={tab} onTab={open} />;
}
