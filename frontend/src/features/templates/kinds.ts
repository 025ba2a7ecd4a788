import {
  IconColumns2,
  IconHeading,
  IconLetterT,
  IconLine,
  IconPackage,
  IconPhoto,
  IconPointer,
  IconSeparatorHorizontal,
  IconTextCaption,
} from "@tabler/icons-react";
import type { BlockKind } from "@/api/templates";

export const ICONS = {
  heading: IconHeading,
  text: IconLetterT,
  button: IconPointer,
  image: IconPhoto,
  products: IconPackage,
  columns: IconColumns2,
  divider: IconLine,
  spacer: IconSeparatorHorizontal,
  footer: IconTextCaption,
} satisfies Record<BlockKind, typeof IconLine>;
