import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { keys } from "@/api/keys";
import { me } from "@/test/builders";
import { renderStaff } from "@/test/render";
import { MentionInput } from "./MentionInput";
import type { Person } from "./mentions";

// jsdom has no fonts, and a text that grows listens for them.
Object.defineProperty(document, "fonts", { value: new EventTarget(), configurable: true });

const luis = { ...me.user, id: "01K0000000000000000000LVIS", name: "Luis Prado" };
const gone = { ...luis, id: "01K0000000000000000000GONE", name: "Luisa Ida", status: "inactive" as const };

function Harness({ onPick, onSend }: { onPick(person: Person): void; onSend(): void }) {
  const [text, setText] = useState("");
  return <MentionInput label="Comentario" value={text} onChange={setText} onPick={onPick} onSend={onSend} />;
}

const written = (onPick = vi.fn(), onSend = vi.fn()) => {
  renderStaff(<Harness onPick={onPick} onSend={onSend} />, [[keys.users, [me.user, luis, gone]]]);
  return { onPick, onSend, area: screen.getByRole("textbox", { name: "Comentario" }) };
};

test("an at sign offers who works here, and Enter writes the name", async () => {
  const { onPick, onSend, area } = written();

  await userEvent.type(area, "Mira @lu");
  expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual(["LPLuis Prado"]);
  await userEvent.keyboard("{Enter}");

  expect(area).toHaveValue("Mira @Luis Prado ");
  expect(onPick).toHaveBeenCalledWith({ id: luis.id, name: "Luis Prado" });
  expect(onSend).not.toHaveBeenCalled();
});

test("the arrows choose, Escape closes the list and Ctrl and Enter sends", async () => {
  const { onSend, area } = written();

  await userEvent.type(area, "@");
  const options = screen.getAllByRole("option");
  expect(options[0]).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{ArrowDown}");
  expect(area.getAttribute("aria-activedescendant")).toBe(screen.getAllByRole("option")[1]?.id);
  await userEvent.keyboard("{Escape}");
  expect(screen.queryByRole("option")).toBeNull();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");

  expect(onSend).toHaveBeenCalledOnce();
});
