import { Button, Group } from "@mantine/core";
import { IconSearchOff } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { openCreate } from "@/kit/form/create";
import { iconOf } from "@/kit/icons";
import { problemText } from "@/kit/problemText";
import { may } from "@/metadata/access";
import type { CompiledObject } from "@/metadata/compile";
import { isNarrowed, type ListSearch } from "./listState";

interface Props {
  object: CompiledObject;
  search: ListSearch;
  onChange(search: ListSearch): void;
}

/** A list without records: because of what is asked of it, or because there are none yet. */
export function NoRecords({ object, search, onChange }: Props) {
  const { t, inner } = useWords();
  const Icon = iconOf(object.icon);
  if (isNarrowed(search))
    return (
      <EmptyState
        icon={<IconSearchOff size={40} stroke={1.2} />}
        title={t("list.nothing")}
        text={t("list.nothingHint")}
      >
        <Button variant="default" onClick={() => onChange({ ...search, q: undefined, filter: undefined })}>
          {t("list.clearAll")}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Icon size={40} stroke={1.2} />}
      title={t("list.empty", { name: inner(object.labelPlural) })}
      text={object.features.importable ? t("list.emptyImport") : t("list.emptyCreate")}
    >
      {may(object.permissions, "create") && (
        <Group mt="xs" gap="xs" justify="center">
          <Button onClick={() => openCreate({ plural: object.plural })}>
            {t("create.submit", { name: inner(object.label) })}
          </Button>
          {object.features.importable && (
            <Button
              variant="default"
              renderRoot={(props) => <Link {...props} to="/imports/new" search={{ object: object.plural }} />}
            >
              {t("import.start", { name: inner(object.labelPlural) })}
            </Button>
          )}
        </Group>
      )}
    </EmptyState>
  );
}

export function ListProblem({ problem, onRetry }: { problem: unknown; onRetry(): void }) {
  const { t } = useWords();
  return (
    <EmptyState icon={<IconSearchOff size={40} stroke={1.2} />} title={problemText(problem, t)}>
      <Button variant="default" onClick={onRetry}>
        {t("actions.retry")}
      </Button>
    </EmptyState>
  );
}
