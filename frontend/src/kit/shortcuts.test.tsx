import { fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { layers, type Shortcut, setSingleKeys, useShortcuts } from "./shortcuts";

function Keys({ of, scope = "app" }: { of: Shortcut[]; scope?: string }) {
  useShortcuts(scope, of);
  return null;
}

afterEach(() => setSingleKeys(true));

test("a letter after g goes to its place, and alone does what it does alone", () => {
  const deals = vi.fn();
  const alone = vi.fn();
  render(
    <Keys
      of={[
        { key: "g d", run: deals },
        { key: "d", run: alone },
      ]}
    />,
  );

  fireEvent.keyDown(document.body, { key: "g" });
  fireEvent.keyDown(document.body, { key: "d" });
  fireEvent.keyDown(document.body, { key: "d" });

  expect(deals).toHaveBeenCalledTimes(1);
  expect(alone).toHaveBeenCalledTimes(1);
});

test("a page takes over a key of the frame while it is there", () => {
  const frame = vi.fn();
  const page = vi.fn();
  const both = (withPage: boolean) => (
    <>
      <Keys of={[{ key: "c", run: frame }]} />
      {withPage && <Keys scope="list" of={[{ key: "c", run: page }]} />}
    </>
  );
  const { rerender } = render(both(true));
  fireEvent.keyDown(document.body, { key: "c" });
  rerender(both(false));
  fireEvent.keyDown(document.body, { key: "c" });

  expect(page).toHaveBeenCalledTimes(1);
  expect(frame).toHaveBeenCalledTimes(1);
});

test("letters are typed in an input and in a dialog, while Ctrl K still opens", () => {
  const create = vi.fn();
  const palette = vi.fn();
  render(
    <>
      <Keys
        of={[
          { key: "c", run: create },
          { key: "mod+k", run: palette },
        ]}
      />
      <input aria-label="name" />
      <div role="dialog" aria-label="form">
        <button type="button">save</button>
      </div>
    </>,
  );

  fireEvent.keyDown(screen.getByLabelText("name"), { key: "c" });
  fireEvent.keyDown(screen.getByText("save"), { key: "c" });
  fireEvent.keyDown(screen.getByLabelText("name"), { key: "k", ctrlKey: true });

  expect(create).not.toHaveBeenCalled();
  expect(palette).toHaveBeenCalledTimes(1);
});

test("whoever speaks to the computer turns single keys off", () => {
  const create = vi.fn();
  const help = vi.fn();
  render(
    <Keys
      of={[
        { key: "c", run: create },
        { key: "Escape", run: help },
      ]}
    />,
  );
  setSingleKeys(false);

  fireEvent.keyDown(document.body, { key: "c" });
  fireEvent.keyDown(document.body, { key: "Escape" });

  expect(create).not.toHaveBeenCalled();
  expect(help).toHaveBeenCalledTimes(1);
});

test("the question mark is found on every keyboard, with Shift or without", () => {
  const sheet = vi.fn();
  render(<Keys of={[{ key: "?", words: "Ayuda", run: sheet }]} />);

  fireEvent.keyDown(document.body, { key: "?", shiftKey: true });
  fireEvent.keyDown(document.body, { key: "?" });

  expect(sheet).toHaveBeenCalledTimes(2);
  expect(layers.get()[0]?.shortcuts[0]?.words).toBe("Ayuda");
});
