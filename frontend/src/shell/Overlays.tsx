import { ConflictDialog } from "@/kit/ConflictDialog";
import { AskFieldsDialog } from "@/kit/form/AskFieldsDialog";
import { CreateDrawer } from "@/kit/form/CreateDrawer";
import { KeysSheet } from "./KeysSheet";
import { Palette } from "./Palette";
import { SeenAs } from "./SeenAs";

/** What may open over any page; it comes after the page itself has been drawn. */
export function Overlays() {
  return (
    <>
      <Palette />
      <KeysSheet />
      <CreateDrawer />
      <AskFieldsDialog />
      <ConflictDialog />
      <SeenAs />
    </>
  );
}
