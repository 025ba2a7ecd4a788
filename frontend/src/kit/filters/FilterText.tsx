import { Fragment } from "react";
import { useSegments } from "@/api/segments";
import type { Filter } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import type { CompiledObject } from "@/metadata/compile";
import { ConditionText } from "./ConditionText";
import { groupOf, isCondition, isPredicate } from "./tree";

interface Props {
  object: CompiledObject;
  filter: Filter;
}

/** A whole tree in plain words. */
export function FilterText({ object, filter }: Props) {
  const { t } = useWords("filters");
  if (isCondition(filter)) return <ConditionText object={object} condition={filter} />;
  if (isPredicate(filter)) return "segment" in filter ? <MemberText id={filter.segment} /> : null;
  if ("not" in filter)
    return (
      <>
        {t("filter.not")} (<FilterText object={object} filter={filter.not} />)
      </>
    );
  const { kind, members } = groupOf(filter) ?? { kind: "all", members: [] };
  return (
    <>
      {members.map((member, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: conditions are told apart by their place alone
        <Fragment key={place}>
          {place > 0 && ` ${t(kind === "all" ? "filter.and" : "filter.or")} `}
          {isCondition(member) || isPredicate(member) ? (
            <FilterText object={object} filter={member} />
          ) : (
            <>
              (<FilterText object={object} filter={member} />)
            </>
          )}
        </Fragment>
      ))}
    </>
  );
}

function MemberText({ id }: { id: string }) {
  const { t } = useWords("filters");
  const name = useSegments().data?.find((one) => one.id === id)?.name;
  return <>{name ? t("filter.member", { name }) : t("filter.memberOf")}</>;
}
