/** What a browser says of itself, in a few words that people know. The order matters: most claim to be others too. */
const BROWSERS: [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

const found = (names: [RegExp, string][], device: string) => names.find(([pattern]) => pattern.test(device))?.[1];

export interface Device {
  browser: string | undefined;
  system: string | undefined;
  isPhone: boolean;
}

export function deviceOf(said: string): Device {
  return {
    browser: found(BROWSERS, said),
    system: found(SYSTEMS, said),
    isPhone: /iPhone|Android.+Mobile/.test(said),
  };
}
