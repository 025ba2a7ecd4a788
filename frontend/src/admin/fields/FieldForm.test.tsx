import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { ApiProblem } from "@/api/problems";
import { deals } from "@/test/builders";
import { renderStaff } from "@/test/render";
import { FieldForm } from "./FieldForm";
import { newField } from "./fieldDraft";

vi.mock("@tanstack/react-router", () => ({ Link: () => null, useBlocker: () => ({ status: "idle" }) }));

test("a new field is named in one language, and programs get a name that nobody has", async () => {
  const user = userEvent.setup();
  const sent = vi.fn().mockResolvedValue(undefined);
  const object = deals({
    fields: [...deals().fields, { name: "c_talla", type: "text", label: { es: "Talla", en: "Size" }, custom: true }],
  });
  renderStaff(<FieldForm object={object} type="integer" onSend={(_before, draft) => sent(newField(draft))} />);

  await user.type(screen.getByLabelText(/Nombre \(español\)/), "Talla");
  await user.click(screen.getByRole("switch", { name: /^Obligatorio/ }));
  await user.type(screen.getByLabelText("Unidad"), "cm");
  await user.click(screen.getByRole("button", { name: "Añadir campo Talla" }));

  expect(sent).toHaveBeenCalledWith({
    name: "c_talla_2",
    type: "integer",
    label: { es: "Talla", en: "Talla" },
    required: true,
    unit: "cm",
  });
});

test("what was refused stands beside its part of the form, in the reader's words", async () => {
  const user = userEvent.setup();
  const refusal = new ApiProblem(422, {
    code: "invalid_input",
    errors: [{ field: "max", code: "not_a_scale", message: "A scale ends between 2 and 10." }],
  });
  renderStaff(<FieldForm object={deals()} type="rating" onSend={() => Promise.reject(refusal)} />);

  await user.type(screen.getByLabelText(/Nombre \(español\)/), "Aprecio");
  await user.click(screen.getByRole("button", { name: "Añadir campo Aprecio" }));

  await waitFor(() => expect(screen.getByText("La escala acaba entre 2 y 10.")).toBeVisible());
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a field of the product shows what may change of it, and nothing to take away", () => {
  const [name] = deals().fields;
  if (!name) throw new Error("a field");
  renderStaff(<FieldForm object={deals()} type="text" field={name} onSend={async () => {}} />);

  expect(screen.getByText("Campo de Tendero: se cambian sus palabras y reglas")).toBeVisible();
  expect(screen.queryByLabelText("Caracteres como máximo")).toBeNull();
  expect(screen.queryByRole("button", { name: "Eliminar campo" })).toBeNull();
  expect(screen.getByRole("button", { name: "Guardar cambios" })).toBeDisabled();
});
