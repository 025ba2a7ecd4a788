import { Button, Text } from "@mantine/core";
import { Dialog } from "@/kit/Dialog";
import { DialogFoot } from "@/kit/DialogFoot";

interface Props {
  title: string;
  /** What comes of it. */
  text: string;
  /** What the button says that does it. */
  verb: string;
  /** What the way back says, where "cancel" could be taken for what is asked. */
  back?: string;
  /** The colour of that button, where what it does cannot be undone. */
  color?: string;
  isBusy?: boolean;
  opened?: boolean;
  /** Above what it asks about, where that is a panel. */
  zIndex?: number;
  onYes(): void;
  onClose(): void;
}

/** Asks once more before something is done; the keyboard stands on the way back. */
export function Question({ text, verb, back, color, isBusy = false, onYes, ...frame }: Props) {
  return (
    <Dialog {...frame}>
      <Text mb="md">{text}</Text>
      <DialogFoot onClose={frame.onClose} isCareful {...(back ? { back } : {})}>
        <Button {...(color ? { color } : {})} loading={isBusy} onClick={onYes}>
          {verb}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
