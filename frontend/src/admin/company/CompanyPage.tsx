import { Skeleton, Stack } from "@mantine/core";
import { IconBuildingStore } from "@tabler/icons-react";
import { useCompany } from "@/api/company";
import { useWords } from "@/i18n/useWords";
import { EmptyState } from "@/kit/EmptyState";
import { Page } from "@/kit/Page";
import { problemText } from "@/kit/problemText";
import { BrandSection } from "./BrandSection";
import { HoursSection } from "./HoursSection";
import { NameSection } from "./NameSection";
import { RegionSection } from "./RegionSection";
import { SecuritySection } from "./SecuritySection";

/** What the company is called and looks like, how it counts, when it works and how its people come in. */
export function CompanyPage() {
  const { t } = useWords("admin");
  const { data: company, error } = useCompany();
  return (
    <Page title={t("company.title")}>
      {error && !company && (
        <EmptyState icon={<IconBuildingStore size={44} stroke={1.2} />} title={problemText(error, t)} />
      )}
      {!company && !error && (
        <Stack maw={560}>
          <Skeleton height={36} />
          <Skeleton height={120} />
          <Skeleton height={36} />
        </Stack>
      )}
      {company && (
        <>
          <NameSection company={company} />
          <BrandSection company={company} />
          <RegionSection company={company} />
          <HoursSection company={company} />
          <SecuritySection company={company} />
        </>
      )}
    </Page>
  );
}
