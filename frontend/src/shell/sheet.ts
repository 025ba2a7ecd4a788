import { createStore } from "@/lib/store";

export const keysSheet = createStore(false);

/** Shows every key that answers here; its code comes on the first wish. */
export const openKeys = () => keysSheet.set(true);
