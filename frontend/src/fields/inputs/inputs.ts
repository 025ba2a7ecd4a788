/** Every field type's input. They come as one chunk when the first is needed, so that reading does not wait for writing. */
import "@mantine/dates/styles.layer.css";
import "dayjs/locale/es";
import type { ComponentType } from "react";
import type { FieldTypeName } from "@/api/types";
import type { InputProps, ValueOf } from "../kit";
import { AddressInput } from "./AddressInput";
import { BooleanInput } from "./BooleanInput";
import { channelInput } from "./ChannelInput";
import { ChoiceInput, SeveralChoicesInput } from "./ChoiceInput";
import { DayInput } from "./DayInput";
import { EmailValue } from "./EmailValue";
import { FilesInput } from "./FilesInput";
import { LinesInput } from "./LinesInput";
import { LinkInput } from "./LinkInput";
import { LongTextInput } from "./LongTextInput";
import { MomentInput } from "./MomentInput";
import { MoneyInput } from "./MoneyInput";
import { NumberInput } from "./NumberInput";
import { OneLineInput } from "./OneLineInput";
import { PhoneValue } from "./PhoneValue";
import { RatingInput } from "./RatingInput";
import { RichTextInput } from "./RichTextInput";
import { StageInput } from "./StageInput";
import { TagsOfRecordInput } from "./TagsOfRecordInput";
import { TimeOfDayInput } from "./TimeOfDayInput";
import { UserInput } from "./UserInput";
import { WebInput } from "./WebInput";

export const inputs: { [T in FieldTypeName]: ComponentType<InputProps<ValueOf[T]>> } = {
  text: OneLineInput,
  long_text: LongTextInput,
  rich_text: RichTextInput,
  number: NumberInput,
  integer: NumberInput,
  rating: RatingInput,
  money: MoneyInput,
  percent: NumberInput,
  date: DayInput,
  date_time: MomentInput,
  time: TimeOfDayInput,
  boolean: BooleanInput,
  choice: ChoiceInput,
  multi_choice: SeveralChoicesInput,
  stage: StageInput,
  email: channelInput({ labels: ["work", "home", "other"], value: EmailValue }),
  phone: channelInput({ labels: ["mobile", "work", "home", "other"], value: PhoneValue }),
  url: WebInput,
  link: LinkInput,
  address: AddressInput,
  person_name: OneLineInput,
  user: UserInput,
  tags: TagsOfRecordInput,
  file: FilesInput,
  lines: LinesInput,
  formula: Computed,
  rollup: Computed,
};

/** Nobody types what is computed. */
function Computed() {
  return null;
}
