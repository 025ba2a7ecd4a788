/** Colours as people see them: OKLCH keeps a hue while its lightness moves, WCAG weighs one colour against another. */

/** The contrast that WCAG 2 AA asks of text. */
export const READABLE = 4.5;
export const WHITE = "#ffffff";

type Triple = [number, number, number];
export interface Lch {
  l: number;
  c: number;
  h: number;
}

export const isHex = (text: string) => /^#[0-9a-f]{6}$/.test(text);

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function channels(hex: string): Triple {
  const at = (from: number) => linear(Number.parseInt(hex.slice(from, from + 2), 16) / 255);
  return [at(1), at(3), at(5)];
}

export function contrast(one: string, other: string): number {
  const weigh = (hex: string) => {
    const [r, g, b] = channels(hex);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const [a, b] = [weigh(one), weigh(other)];
  return Math.max(a, b) / Math.min(a, b);
}

export function toLch(hex: string): Lch {
  const [r, g, b] = channels(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  };
}

function toChannels({ l, c, h }: Lch): Triple {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)];
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ];
}

/** The colour on a screen; one that no screen can show gives up chroma until it can. */
export function toHex(colour: Lch): string {
  let { c } = colour;
  let rgb = toChannels(colour);
  while (c > 0 && rgb.some((v) => v < -0.0001 || v > 1.0001)) {
    c = Math.max(0, c - 0.004);
    rgb = toChannels({ ...colour, c });
  }
  const two = (v: number) =>
    Math.round(gamma(Math.min(1, Math.max(0, v))) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${rgb.map(two).join("")}`;
}

/** The nearest colour of the same hue on which white text can be read. */
export function readable(hex: string): string {
  const colour = toLch(hex);
  let found = hex;
  while (contrast(found, WHITE) < READABLE && colour.l > 0) {
    colour.l -= 0.005;
    found = toHex(colour);
  }
  return found;
}
