import { createStore } from "./store";

/** Whether the browser has a network, as far as it knows. */
export const online = createStore(navigator.onLine);

window.addEventListener("online", () => online.set(true));
window.addEventListener("offline", () => online.set(false));
