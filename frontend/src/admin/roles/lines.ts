import { useAgreed, useObjects } from "@/api/objects";
import { useWords } from "@/i18n/useWords";
import { type Line, MANAGED, REST } from "./definition";

export interface NamedLine extends Line {
  name: string;
  /** Not an object of its own, but what others follow. */
  isCommon: boolean;
}

/** The lines of the matrix: the two that others follow, every object of the firm, and what else it agrees on. */
export function useLines(): NamedLine[] {
  const { t, label } = useWords("admin");
  const objects = useObjects();
  const agreed = useAgreed();
  return [
    { plural: REST, managed: false, name: t("roles.rest"), isCommon: true },
    { plural: MANAGED, managed: true, name: t("roles.managed"), isCommon: true },
    ...objects.map((object) => ({
      plural: object.plural,
      managed: Boolean(object.features.managed),
      name: label(object.label_plural),
      isCommon: false,
    })),
    ...agreed.map(({ plural, label: named }) => ({
      plural,
      managed: true,
      name: label(named),
      isCommon: false,
      isWhole: true,
    })),
  ];
}
