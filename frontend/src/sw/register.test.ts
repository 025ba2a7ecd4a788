import { expect, test, vi } from "vitest";
import { register } from "./register";

test("each worker is told once what to keep, also one that takes over later", async () => {
  const [first, newer] = [{ postMessage: vi.fn() }, { postMessage: vi.fn() }];
  const container = Object.assign(new EventTarget(), {
    register: vi.fn(),
    ready: Promise.resolve({ active: first }),
    controller: first,
  });
  const changes = (controller: typeof first) => {
    container.controller = controller;
    container.dispatchEvent(new Event("controllerchange"));
  };

  await register(container as unknown as ServiceWorkerContainer);
  changes(first);
  changes(newer);

  expect(container.register).toHaveBeenCalledWith("/sw.js");
  for (const worker of [first, newer]) expect(worker.postMessage.mock.calls).toEqual([[{ keep: expect.any(Array) }]]);
});
