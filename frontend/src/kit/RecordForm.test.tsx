import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeAll, expect, test, vi } from "vitest";
import { ApiProblem } from "@/api/problems";
import { askLostReason } from "@/features/sales/askLostReason";
import { compile } from "@/metadata/compile";
import { ANA, deal, deals } from "@/test/builders";
import { renderStaff } from "@/test/render";
import { RecordForm } from "./RecordForm";

const object = compile(deals());

beforeAll(() => import("@/fields/inputs/inputs"));

function form(onSubmit: (values: Record<string, unknown>) => Promise<void>, record?: ReturnType<typeof deal>) {
  renderStaff(
    <RecordForm
      object={object}
      {...(record ? { record } : {})}
      submitLabel="Guardar"
      onSubmit={onSubmit}
      onCancel={() => {}}
    />,
  );
  return screen.findByRole("textbox", { name: /Nombre/ }, { timeout: 10_000 });
}

test("a new record sends what was filled in, its first stage and its owner", async () => {
  const onSubmit = vi.fn().mockResolvedValue(undefined);
  const user = userEvent.setup();

  await user.type(await form(onSubmit), "Vino joven");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(onSubmit).toHaveBeenCalledWith({ name: "Vino joven", stage: "new", owner: ANA });
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
  const onSubmit = vi.fn().mockResolvedValue(undefined);
  const user = userEvent.setup();
  const name = await form(onSubmit, deal());

  await user.clear(name);
  await user.type(name, "Aceite nuevo");
  await user.click(screen.getByRole("button", { name: "Guardar" }));

  expect(onSubmit).toHaveBeenCalledWith({ name: "Aceite nuevo" });
});

test("closing a deal as lost asks why, once", () => {
  expect(askLostReason(object, deal(), { stage: "lost" })).toEqual(["lost_reason"]);
  expect(askLostReason(object, deal({ lost_reason: "price" }), { stage: "lost" })).toEqual([]);
  expect(askLostReason(object, deal(), { stage: "won" })).toEqual([]);
});
