import { Badge, Button, Skeleton, Stack, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useImports } from "@/api/imports";
import { useObjects } from "@/api/objects";
import type { ImportJob } from "@/api/types";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import classes from "./Import.module.css";

export function ImportsPage() {
  const { t } = useWords("imports");
  const imports = useImports();
  const jobs = imports.data ?? [];
  const begin = <Button renderRoot={(props) => <Link {...props} to="/imports/new" />}>{t("import.file")}</Button>;
  return (
    <Page title={t("nav.imports")} actions={jobs.length > 0 && begin}>
      {imports.isPending && <Skeleton height={40} aria-hidden />}
      {imports.isSuccess && jobs.length === 0 && (
        <EmptyState
          icon={<IconFileImport size={40} stroke={1.2} />}
          title={t("import.none")}
          text={t("import.noneHint")}
        >
          {begin}
        </EmptyState>
      )}
      {jobs.length > 0 && (
        <section className={classes.scroll} tabIndex={0} aria-label={t("nav.imports")}>
          <table className={classes.preview}>
            <thead>
              <tr>
                <th scope="col">{t("import.steps.file")}</th>
                <th scope="col">{t("import.holds")}</th>
                <th scope="col">{t("import.state.title")}</th>
                <th scope="col">{t("import.rows")}</th>
              </tr>
            </thead>
            <tbody>
              {jobs.map((job) => (
                <Job key={job.id} job={job} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}

const ATTENTION = new Set(["failed"]);

function Job({ job }: { job: ImportJob }) {
  const { t, label } = useWords("imports");
  const formats = useFormats();
  const object = useObjects().find((one) => one.plural === job.object || one.name === job.object);
  const failed = job.state === "done" ? (job.verdicts?.failed ?? 0) : 0;
  return (
    <tr>
      <td>
        <Stack gap={0}>
          <Link to="/imports/$id" params={{ id: job.id }} className={classes.link}>
            {job.filename}
          </Link>
          {job.created_at && (
            <Text size="xs" c="dimmed">
              {formats.when(job.created_at)}
            </Text>
          )}
        </Stack>
      </td>
      <td>{label(object?.label_plural)}</td>
      <td>
        <Badge color={ATTENTION.has(job.state) ? "pimenton" : "gray"}>{t(`import.state.${job.state}`)}</Badge>
        {failed > 0 && (
          <Text size="xs" c="dimmed">
            {formats.number(failed)} {t("import.verdict.failed", { count: failed })}
          </Text>
        )}
      </td>
      <td className="numbers">{job.detected ? formats.number(job.detected.rows) : ""}</td>
    </tr>
  );
}
