import { cleanup, fireEvent, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import type { FieldMeta, FieldTypeName } from "@/api/types";
import { renderStaff } from "@/test/render";
import { FieldValue } from "./FieldValue";
import type { ValueOf } from "./kit";
import { clean, isEmpty, kitOf, registry } from "./registry";

beforeAll(() => import("./inputs/inputs"));

const label = { es: "Dato", en: "Datum" };
const field = (type: FieldTypeName, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name: "datum",
  type,
  label,
  ...more,
});
const plain = (text: string | null) => (text ?? "").replace(/\s/g, " ");

const OPTIONS = [
  { value: "a", label: { es: "Aceite", en: "Oil" } },
  { value: "v", label: { es: "Vino", en: "Wine" } },
];

/** One value of every type, and what a reader of Spanish sees of it. */
const SHOWN: { [T in Exclude<FieldTypeName, "link" | "user">]: [FieldMeta, ValueOf[T], string] } = {
  text: [field("text"), "Vino de Toledo", "Vino de Toledo"],
  long_text: [field("long_text"), "Dos\nlíneas", "Dos líneas"],
  rich_text: [field("rich_text"), "<p>Prefiere <strong>vino</strong><script>x()</script></p>", "Prefiere vino"],
  integer: [field("integer"), 1200, "1.200"],
  rating: [field("rating", { max: 5 }), 3, "★★★☆☆"],
  time: [field("time"), "09:30", "09:30"],
  tags: [field("tags"), ["vip", "feria"], "vipferia"],
  file: [field("file"), { id: "1", name: "Contrato.pdf", size: 2048, type: "application/pdf" }, "Contrato.pdf"],
  formula: [field("formula", { result: "money" }), { amount: "12.00", currency: "EUR" }, "12,00 €"],
  rollup: [field("rollup", { result: "number" }), 7, "7"],
  number: [field("number", { unit: "min" }), 2357, "39 h 17 min"],
  money: [field("money"), { amount: "1250.50", currency: "EUR" }, "1.250,50 €"],
  percent: [field("percent"), 12.5, "12,5 %"],
  date: [field("date"), "2026-11-21", "21 nov 2026"],
  date_time: [
    field("date_time", { zoned: true }),
    { local: "2026-11-21T09:30:00", time_zone: "Europe/Madrid", utc: "2026-11-21T08:30:00Z" },
    "21 nov 2026, 09:30",
  ],
  boolean: [field("boolean"), false, "No"],
  choice: [field("choice", { options: OPTIONS }), "v", "Vino"],
  multi_choice: [field("multi_choice", { options: OPTIONS }), ["a", "v"], "AceiteVino"],
  stage: [field("stage", { options: OPTIONS }), "a", "Aceite"],
  email: [
    field("email"),
    [{ value: "b@x.example" }, { value: "a@x.example", label: "work", primary: true }],
    "a@x.exampleTrabajob@x.example",
  ],
  phone: [field("phone"), [{ value: "+34925123456", primary: true }], "+34 925 123 456"],
  url: [field("url"), "https://www.olmedo.example/", "olmedo.example"],
  address: [
    field("address"),
    { street: "Calle Comercio 12", postal_code: "45001", city: "Toledo", country: "ES" },
    "Calle Comercio 12, 45001 Toledo, España",
  ],
  person_name: [field("person_name"), "Ana Olmedo", "Ana Olmedo"],
  lines: [field("lines", { fields: [field("text")] }), [{ datum: "Aceite" }], "DatoAceite"],
};

test.each(Object.entries(SHOWN))("a value of type %s is shown as people write it", (_type, [meta, value, text]) => {
  const { container } = renderStaff(<FieldValue field={meta} value={value} />);

  const [shown] = [...container.children].filter((child) => child.tagName !== "STYLE");

  expect(plain(shown?.textContent ?? null)).toBe(text);
});

test("an empty value is a quiet dash on the page and nothing in a cell", () => {
  const { container } = renderStaff(<FieldValue field={field("text")} value={null} />);

  expect(container).toHaveTextContent("–");
  expect(isEmpty(field("email"), [])).toBe(true);
  expect(isEmpty(field("boolean"), false)).toBe(false);
});

test("unfinished rows are not sent", () => {
  const emails = [
    { value: " ana@olmedo.example ", label: "work", primary: true },
    { value: "", label: "home" },
  ];

  expect(clean(field("email"), emails)).toEqual([{ value: "ana@olmedo.example", label: "work", primary: true }]);
  expect(clean(field("phone"), [{ value: "" }])).toBeNull();
  expect(clean(field("lines"), [{}, { quantity: 2 }])).toEqual([{ quantity: 2 }]);
  expect(clean(field("text"), "")).toBeNull();
});

function Held({ meta, initial, onChange }: { meta: FieldMeta; initial: unknown; onChange(value: unknown): void }) {
  const [value, setValue] = useState<unknown>(initial);
  const Input = kitOf(meta).input;
  return (
    <Input
      field={meta}
      label={meta.label.es}
      value={value as never}
      onChange={(next: unknown) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

async function typed(
  meta: FieldMeta,
  initial: unknown,
  act: (user: ReturnType<typeof userEvent.setup>) => Promise<void>,
) {
  const onChange = vi.fn();
  renderStaff(<Held meta={meta} initial={initial} onChange={onChange} />);
  await screen.findAllByLabelText(/Dato/, {}, { timeout: 10_000 });
  await act(userEvent.setup());
  return onChange.mock.lastCall?.[0];
}

test("money is typed as the country writes it and kept as an exact amount", async () => {
  const value = await typed(field("money"), null, (user) => user.type(screen.getByLabelText("Dato"), "1.250,50"));

  expect(value).toEqual({ amount: "1250.50", currency: "EUR" });
});

test("a figure that cannot be read goes on as typed, for the server to refuse by name", async () => {
  const value = await typed(field("number"), null, (user) => user.type(screen.getByLabelText("Dato"), "muchos"));

  expect(value).toBe("muchos");
});

test("a figure is grouped once it is typed, and bare while it is", async () => {
  await typed(field("integer"), 1200, async (user) => {
    const input = screen.getByLabelText("Dato");
    expect(input).toHaveValue("1.200");
    await user.click(input);
    expect(input).toHaveValue("1200");
  });
});

test("a currency chosen before the amount stays chosen", async () => {
  const value = await typed(field("money"), null, async (user) => {
    await user.selectOptions(screen.getByLabelText("Moneda"), "USD");
    await user.type(screen.getByLabelText("Dato"), "12,5");
  });

  expect(value).toEqual({ amount: "12.5", currency: "USD" });
});

test("minutes are typed as people say them", async () => {
  const value = await typed(field("number", { unit: "min" }), null, (user) =>
    user.type(screen.getByLabelText("Dato"), "1h30"),
  );

  expect(value).toBe(90);
});

test("a day is typed as people say it", async () => {
  const value = await typed(field("date"), null, (user) => user.type(screen.getByLabelText("Dato"), "2/1/2027"));

  expect(value).toBe("2027-01-02");
});

test("a phone is kept with its country, and a pasted prefix chooses it", async () => {
  const first = await typed(field("phone"), null, (user) =>
    user.type(screen.getByRole("textbox", { name: "Dato" }), "925 123 456"),
  );
  expect(first).toMatchObject([{ value: "+34925123456" }]);
  cleanup();

  const other = await typed(field("phone"), null, async (user) => {
    await user.click(screen.getByRole("textbox", { name: "Dato" }));
    await user.paste("+52 55 1234 5678");
    await user.tab();
    expect(screen.getByRole("textbox", { name: "Dato" })).toHaveValue("55 1234 5678");
  });
  expect(other).toMatchObject([{ value: "+525512345678" }]);
});

test("several addresses pasted together become a row each", async () => {
  const value = await typed(field("email"), null, async (user) => {
    await user.click(screen.getByRole("textbox", { name: "Dato" }));
    await user.paste("a@x.example, b@x.example");
  });

  expect(value).toMatchObject([{ value: "a@x.example", primary: true }, { value: "b@x.example" }]);
});

test("a web address gets what people leave out", async () => {
  const value = await typed(field("url"), null, async (user) => {
    await user.type(screen.getByLabelText("Dato"), "olmedo.example/vinos");
    await user.tab();
  });

  expect(value).toBe("https://olmedo.example/vinos");
});

test("an option that is offered no more stays with the records that hold it", async () => {
  const options = OPTIONS.map((option) => ({ ...option, hidden: option.value === "a" }));
  await typed(field("choice", { options }), null, async (user) => {
    await user.click(screen.getByRole("combobox"));
    expect(screen.getAllByRole("option", { hidden: true }).map((option) => option.textContent)).toEqual(["Vino"]);
  });
  cleanup();

  await typed(field("choice", { options }), "a", async () => {
    expect(screen.getByRole("combobox")).toHaveValue("Aceite");
  });
});

test("lines are added up while they are typed, and Enter adds one", async () => {
  const fields = [field("number", { name: "quantity" }), field("money", { name: "price" })];
  const value = await typed(
    field("lines", { fields }),
    [{ quantity: 2, price: { amount: "1.25", currency: "EUR" } }],
    async (user) => {
      expect(screen.getByText(/Total: 2,50/)).toBeInTheDocument();
      await user.click(screen.getAllByLabelText("Dato", { selector: "input" })[0] as HTMLElement);
      await user.keyboard("{Enter}");
    },
  );

  expect(value).toHaveLength(2);
});

test("a second email can be added and made the primary one", async () => {
  const value = await typed(field("email"), [{ value: "a@x.example", label: "work", primary: true }], async (user) => {
    await user.click(screen.getByRole("button", { name: "Añadir a dato" }));
    await user.type(screen.getByLabelText("Dato 2"), "b@x.example");
    await user.click(screen.getByRole("button", { name: "Hacer principal el 2" }));
  });

  expect(value).toEqual([
    { value: "a@x.example", label: "work", primary: false },
    { value: "b@x.example", label: "home", primary: true },
  ]);
});

test("an address keeps only the parts that were filled in", async () => {
  const value = await typed(field("address"), { city: "Toledo" }, async (user) => {
    await user.clear(screen.getByLabelText("Ciudad"));
    await user.type(screen.getByLabelText("Código postal"), "45001");
  });

  expect(value).toEqual({ postal_code: "45001" });
});

test("a zoned time keeps the wall clock and the zone", async () => {
  const value = await typed(
    field("date_time", { zoned: true }),
    { local: "2026-11-21T09:30:00", time_zone: "Europe/Madrid" },
    async () => {
      fireEvent.change(screen.getByLabelText("Dato: hora"), { target: { value: "16:45" } });
    },
  );

  expect(value).toEqual({ local: "2026-11-21T16:45:00", time_zone: "Europe/Madrid" });
});

test("every type has a display, an input and a width", () => {
  for (const kit of Object.values(registry)) {
    expect(kit.display).toBeDefined();
    expect(kit.input).toBeDefined();
    expect(kit.width).toBeGreaterThan(60);
  }
});

test("a cell that shows the first of several says how many more there are", () => {
  const emails = [{ value: "ana@casa.example" }, { value: "ana@tienda.example", primary: true }];
  const { container } = renderStaff(<FieldValue field={field("email")} value={emails} short />);

  expect(container.textContent).toContain("ana@tienda.example+1");
  expect(container.textContent).not.toContain("ana@casa.example");
});
