import { ActionIcon, Button, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ratesQuery, useCurrencies, useDeleteRate, useSetRate } from "@/api/currencies";
import type { Rate } from "@/api/designPaths";
import { userName, useUsers } from "@/api/users";
import { useFormats } from "@/fields/useFormats";
import { useWords } from "@/i18n/useWords";
import { showUndo } from "@/kit/notices";
import classes from "../design/Design.module.css";
import { DesignDrawer, useDirty } from "../design/DesignDrawer";
import { DesignProblem } from "../design/DesignProblem";
import { showDesignProblem } from "../design/showDesignProblem";
import { useDraft } from "../design/useDraft";
import { readRate } from "./rates";
import { useCurrencyNames } from "./useCurrencyNames";

/** What a currency was worth, day by day, and what it is worth from a day on. */
export function CurrencyPanel({ code, onClose }: { code?: string | undefined; onClose(): void }) {
  const { t } = useWords("admin");
  const nameOf = useCurrencyNames();
  return (
    <DesignDrawer opened title={code ? nameOf(code) : t("currencies.add")} onClose={onClose}>
      <Stack gap="xl" pb="md">
        <RateForm code={code} onDone={onClose} />
        {code && <History code={code} />}
      </Stack>
    </DesignDrawer>
  );
}

const today = (timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone }).format(new Date());

function RateForm({ code, onDone }: { code: string | undefined; onDone(): void }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const nameOf = useCurrencyNames();
  const { base, items } = useCurrencies();
  const set = useSetRate();
  const remove = useDeleteRate();
  const before = items.find((one) => one.code === code)?.rate;
  const [initial] = useState({ code: code ?? "", date: today(formats.timeZone), rate: "" });
  const { draft, change, reset, errors, problem, isBusy, isDirty, submit } = useDraft(initial, async (now) => {
    const said = { code: now.code, date: now.date, rate: readRate(now.rate) };
    await set.mutateAsync(said);
    const replaced = before?.date === now.date ? before : undefined;
    showUndo(t("currencies.saved", { name: nameOf(now.code) }), () =>
      replaced ? set.mutateAsync({ ...said, rate: replaced.rate }) : remove.mutateAsync(said),
    );
    if (code) reset(initial);
    else onDone();
  });
  useDirty(isDirty && !isBusy);
  const used = new Set([base.code, ...items.map((one) => one.code)]);
  const codes = Intl.supportedValuesOf("currency").filter((one) => !used.has(one));
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {!code && (
          <Select
            label={t("currencies.currency")}
            required
            searchable
            allowDeselect={false}
            data-autofocus
            data={codes.map((one) => ({ value: one, label: `${one} · ${nameOf(one)}` }))}
            value={draft.code || null}
            error={errors.code}
            onChange={(next) => next && change({ code: next })}
          />
        )}
        <Group grow align="start">
          <TextInput
            label={t("currencies.rate", { code: draft.code || "…", base: base.code })}
            required
            inputMode="decimal"
            value={draft.rate}
            error={errors.rate}
            onChange={(event) => change({ rate: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t("currencies.from")}
            required
            value={draft.date}
            error={errors.date}
            onChange={(event) => change({ date: event.currentTarget.value })}
          />
        </Group>
        <Text size="sm" c="dimmed">
          {t("currencies.keeps")}
        </Text>
        <DesignProblem problem={Object.keys(errors).length ? null : problem} />
        <Group justify="flex-end">
          <Button type="submit" loading={isBusy} disabled={!draft.code || !readRate(draft.rate) || !draft.date}>
            {t("currencies.save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function History({ code }: { code: string }) {
  const { t } = useWords("admin");
  const formats = useFormats();
  const users = useUsers();
  const set = useSetRate();
  const remove = useDeleteRate();
  const found = useInfiniteQuery(ratesQuery(code));
  const rates = found.data?.pages.flatMap((page) => page.items) ?? [];
  const takeBack = async ({ date, rate }: Rate) => {
    try {
      await remove.mutateAsync({ code, date });
      showUndo(t("currencies.removed", { day: formats.day(date) }), () => set.mutateAsync({ code, date, rate }));
    } catch (problem) {
      showDesignProblem(problem, t);
    }
  };
  if (!rates.length) return null;
  return (
    <section aria-labelledby="rates">
      <Title order={3} id="rates" mb="xs">
        {t("currencies.history")}
      </Title>
      <ul className={classes.list} aria-labelledby="rates">
        {rates.map((rate) => (
          <li key={rate.date} className={classes.item}>
            <span className={classes.main}>
              <span>{formats.day(rate.date)}</span>
              <span className={classes.quiet}>{userName(users.find((user) => user.id === rate.set_by))}</span>
            </span>
            <Text span className="numbers">
              {formats.number(Number(rate.rate))}
            </Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={30}
              aria-label={t("currencies.remove", { day: formats.day(rate.date) })}
              onClick={() => takeBack(rate)}
            >
              <IconX size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <Button variant="subtle" mt="sm" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("currencies.more")}
        </Button>
      )}
    </section>
  );
}
