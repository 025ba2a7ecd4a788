import { AskFieldsDialog } from "@/kit/AskFieldsDialog";
import { ConflictDialog } from "@/kit/ConflictDialog";
import { CreateDrawer } from "@/kit/CreateDrawer";
import { Palette } from "./Palette";

/** What may open over any page; it comes after the page itself has been drawn. */
export function Overlays() {
  return (
    <>
      <Palette />
      <CreateDrawer />
      <AskFieldsDialog />
      <ConflictDialog />
    </>
  );
}
