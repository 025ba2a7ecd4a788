import { use } from "react";
import { userName, useUsers } from "@/api/users";
import { useWords } from "@/i18n/useWords";
import { inputOf } from "./inputOf";
import type { DisplayProps, FieldKit } from "./kit";
import { ReadingContext } from "./reading";
import classes from "./user.module.css";

/** What a person is called by; whatever else acts is a part of ours. */
const USER_ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export function UserName({ id, withFace = true }: { id: string; withFace?: boolean }) {
  const { t } = useWords();
  const users = useUsers();
  const nobody = USER_ID.test(id) ? t("fields.someone") : t("timeline.system");
  const name = userName(users.find((user) => user.id === id)) || nobody;
  return withFace ? <Person name={name} /> : <span>{name}</span>;
}

/** In a cell, of which there are thousands: the list around it has looked the name up already. */
function ShortName({ id }: { id: string }) {
  const { t } = useWords();
  const reading = use(ReadingContext);
  return reading ? <Person name={reading.nameOfUser(id) || t("fields.someone")} /> : <UserName id={id} />;
}

function Person({ name }: { name: string }) {
  return (
    <span className={classes.person}>
      <span className={classes.face} aria-hidden>
        {initialsOf(name)}
      </span>
      <span className="cut">{name}</span>
    </span>
  );
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join("");

function Display({ value, short }: DisplayProps<string>) {
  return short ? <ShortName id={value} /> : <UserName id={value} />;
}

export const user: FieldKit<string> = { display: Display, input: inputOf("user"), commit: "change", width: 144 };
