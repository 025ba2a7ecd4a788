import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { ApiProblem } from "@/api/problems";
import { askLostReason } from "@/features/sales/askLostReason";
import { dropDrafts } from "@/lib/drafts";
import { compile } from "@/metadata/compile";
import { ANA, deal, deals } from "@/test/builders";
import { renderStaff } from "@/test/render";
import { type AfterSave, RecordForm } from "./RecordForm";

const object = compile(deals());
let leave = () => {};

beforeAll(() => import("@/fields/inputs/inputs"));
beforeEach(() => dropDrafts());

const saved = () => vi.fn().mockResolvedValue(() => {});

function form(
  onSubmit: (values: Record<string, unknown>, again: boolean) => Promise<AfterSave>,
  record?: ReturnType<typeof deal>,
) {
  const { unmount } = renderStaff(
    <RecordForm
      object={object}
      {...(record ? { record } : { mayRepeat: true })}
      submitLabel="Guardar"
      onSubmit={onSubmit}
      onCancel={() => {}}
    />,
  );
  leave = unmount;
  return screen.findByRole("textbox", { name: /Nombre/ }, { timeout: 10_000 });
}

test("a new record sends what was filled in, its first stage and its owner", async () => {
  const onSubmit = saved();
  const user = userEvent.setup();

  await user.type(await form(onSubmit), "Vino joven");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(onSubmit).toHaveBeenCalledWith({ name: "Vino joven", stage: "new", owner: ANA }, false);
});

test("a missing required field is said beside it and nothing is sent", async () => {
  const onSubmit = vi.fn();
  const user = userEvent.setup();
  await form(onSubmit);

  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(screen.getByText("Hace falta un valor")).toBeInTheDocument();
  expect(onSubmit).not.toHaveBeenCalled();
});

test("what the server refuses stands beside its field, in the reader's language", async () => {
  const errors = [{ field: "name", code: "too_long", message: "Use at most 160 characters." }];
  const user = userEvent.setup();

  await user.type(await form(() => Promise.reject(new ApiProblem(422, { code: "invalid_input", errors }))), "Vino");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  await waitFor(() => expect(screen.getByText("Es demasiado largo")).toBeInTheDocument());
});

test("an edited record sends only what differs", async () => {
  const onSubmit = saved();
  const user = userEvent.setup();
  const name = await form(onSubmit, deal());

  await user.clear(name);
  await user.type(name, "Aceite nuevo");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(onSubmit).toHaveBeenCalledWith({ name: "Aceite nuevo" }, false);
});

test("the first refused field has the keyboard, and the foot says how many there are", async () => {
  const user = userEvent.setup();
  const name = await form(vi.fn());

  await user.click(screen.getByRole("button", { name: "Guardar" }));

  await waitFor(() => expect(name).toHaveFocus());
  expect(screen.getByRole("alert")).toHaveTextContent("Revisa 1 campo");
});

test("a refusal of something that the form does not ask is said above it", async () => {
  const errors = [{ field: "secret", code: "required", message: "Send a value." }];
  const user = userEvent.setup();

  await user.type(await form(() => Promise.reject(new ApiProblem(422, { code: "invalid_input", errors }))), "Vino");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(await screen.findByText("Oculto: Hace falta un valor")).toBeInTheDocument();
});

test("Ctrl and Enter saves from any input; with Shift it goes on to another", async () => {
  const onSubmit = saved();
  const name = await form(onSubmit);

  fireEvent.change(name, { target: { value: "Vino" } });
  fireEvent.keyDown(name, { key: "Enter", ctrlKey: true });
  await waitFor(() => expect(onSubmit).toHaveBeenLastCalledWith(expect.objectContaining({ name: "Vino" }), false));
  fireEvent.keyDown(name, { key: "Enter", ctrlKey: true, shiftKey: true });

  await waitFor(() => expect(onSubmit).toHaveBeenLastCalledWith(expect.objectContaining({ name: "Vino" }), true));
});

test("what was written and not saved is there when the form opens again, until one starts afresh", async () => {
  const user = userEvent.setup();
  await user.type(await form(saved()), "A medias");
  await new Promise((done) => setTimeout(done, 500));
  leave();

  const name = await form(saved());

  await waitFor(() => expect(name).toHaveValue("A medias"));
  expect(screen.getByRole("status")).toHaveTextContent("Seguimos donde lo dejaste");
  await user.click(screen.getByRole("button", { name: "Empezar de cero" }));
  expect(name).toHaveValue("");
});

test("a saved form leaves no draft", async () => {
  const user = userEvent.setup();
  await user.type(await form(saved()), "Entero");
  await new Promise((done) => setTimeout(done, 500));
  await user.click(screen.getByRole("button", { name: "Guardar" }));
  leave();

  const name = await form(saved());

  await new Promise((done) => setTimeout(done, 50));
  expect(name).toHaveValue("");
});

test("closing a deal as lost asks why, once", () => {
  expect(askLostReason(object, deal(), { stage: "lost" })).toEqual(["lost_reason"]);
  expect(askLostReason(object, deal({ lost_reason: "price" }), { stage: "lost" })).toEqual([]);
  expect(askLostReason(object, deal(), { stage: "won" })).toEqual([]);
});
