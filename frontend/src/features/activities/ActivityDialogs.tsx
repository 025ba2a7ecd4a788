import { LogActivity } from "./LogActivity";
import { WhatNext } from "./WhatNext";

export function ActivityDialogs() {
  return (
    <>
      <LogActivity />
      <WhatNext />
    </>
  );
}
