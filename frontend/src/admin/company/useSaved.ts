import { type CompanyChanges, useChangeCompany } from "@/api/company";
import type { Company } from "@/api/types";
import { useWords } from "@/i18n/useWords";
import { showUndo } from "@/kit/notices";
import { useForm } from "@/kit/useForm";
import { wearBrand } from "@/theme/brand";

/** A form over some of the company's properties: saved together, with a way back to what they were. */
export function useSaved<Name extends keyof CompanyChanges & keyof Company>(company: Company, names: readonly Name[]) {
  const { t } = useWords("admin");
  const change = useChangeCompany();
  const stored = Object.fromEntries(names.map((name) => [name, company[name]])) as Pick<Company, Name>;
  const form = useForm(stored, async (values) => {
    const changed = names.filter((name) => JSON.stringify(values[name]) !== JSON.stringify(stored[name]));
    const pick = (from: Pick<Company, Name>) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    await save(pick(values));
    showUndo(t("company.saved"), async () => {
      await save(pick(stored));
      form.change(pick(stored) as Partial<Pick<Company, Name>>);
    });
  });
  const save = async (changes: CompanyChanges) => {
    const after = await change.mutateAsync(changes);
    await wearBrand(after.brand_color);
  };
  const isChanged = JSON.stringify(form.values) !== JSON.stringify(stored);
  return { ...form, isChanged, reset: () => form.change(stored) };
}
