/**
 * A QR code of a short text (bytes, error correction L, versions 1 to 10: up to 271 bytes), after ISO/IEC 18004. It is
 * all that showing a secret to a phone takes, and it never leaves the browser.
 */

/** Data bytes and error correction bytes of a block, by version; `blocks` counts [blocks of `data`, blocks of one more]. */
const VERSIONS = [
  { data: 19, ecc: 7, blocks: [1, 0] },
  { data: 34, ecc: 10, blocks: [1, 0] },
  { data: 55, ecc: 15, blocks: [1, 0] },
  { data: 80, ecc: 20, blocks: [1, 0] },
  { data: 108, ecc: 26, blocks: [1, 0] },
  { data: 68, ecc: 18, blocks: [2, 0] },
  { data: 78, ecc: 20, blocks: [2, 0] },
  { data: 97, ecc: 24, blocks: [2, 0] },
  { data: 116, ecc: 30, blocks: [2, 0] },
  { data: 68, ecc: 18, blocks: [2, 2] },
] as const;
const ALIGNMENTS = [[], [18], [22], [26], [30], [34], [22, 38], [24, 42], [26, 46], [28, 50]];

const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = value;
  LOG[value] = power;
  value <<= 1;
  if (value & 0x100) value ^= 0x11d;
}
for (let power = 255; power < 512; power++) EXP[power] = EXP[power - 255] ?? 0;
const times = (a: number, b: number) => (a && b ? (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0) : 0);

function remainder(data: readonly number[], length: number): number[] {
  let generator = [1];
  for (let root = 0; root < length; root++) {
    const next = new Array<number>(generator.length + 1).fill(0);
    for (const [at, factor] of generator.entries()) {
      next[at] = (next[at] ?? 0) ^ factor;
      next[at + 1] = (next[at + 1] ?? 0) ^ times(factor, EXP[root] ?? 0);
    }
    generator = next;
  }
  const left = [...data, ...new Array<number>(length).fill(0)];
  for (let at = 0; at < data.length; at++) {
    const lead = left[at] ?? 0;
    for (const [step, factor] of generator.entries()) left[at + step] = (left[at + step] ?? 0) ^ times(factor, lead);
  }
  return left.slice(data.length);
}

function bitsOf(bytes: Uint8Array, version: number, capacity: number): number[] {
  const bits: number[] = [];
  const push = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >> at) & 1);
  };
  push(4, 4);
  push(bytes.length, version < 10 ? 8 : 16);
  for (const byte of bytes) push(byte, 8);
  push(0, Math.min(4, capacity * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  for (let pad = 0xec; bits.length < capacity * 8; pad ^= 0xfd) push(pad, 8);
  return bits;
}

function codewords(bytes: Uint8Array, version: number): number[] {
  const shape = VERSIONS[version - 1];
  if (!shape) throw new RangeError("too long for a QR code of ours");
  const { data, ecc, blocks } = shape;
  const sizes = [...Array<number>(blocks[0]).fill(data), ...Array<number>(blocks[1]).fill(data + 1)];
  const capacity = sizes.reduce((sum, size) => sum + size, 0);
  const bits = bitsOf(bytes, version, capacity);
  const words = Array.from({ length: capacity }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0),
  );
  let from = 0;
  const parts = sizes.map((size) => {
    const part = words.slice(from, from + size);
    from += size;
    return { part, check: remainder(part, ecc) };
  });
  const found: number[] = [];
  for (let at = 0; at <= data; at++) for (const { part } of parts) if (at < part.length) found.push(part[at] ?? 0);
  for (let at = 0; at < ecc; at++) for (const { check } of parts) found.push(check[at] ?? 0);
  return found;
}

const MASKS: ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The squares of the code, row by row; true is dark. */
export function qrCode(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const room = (shape: (typeof VERSIONS)[number], version: number) =>
    shape.data * shape.blocks[0] + (shape.data + 1) * shape.blocks[1] - (version < 10 ? 2 : 3);
  const version = VERSIONS.findIndex((shape, at) => bytes.length <= room(shape, at + 1)) + 1;
  if (!version) throw new RangeError("too long for a QR code of ours");
  const words = codewords(bytes, version);
  const drawn = MASKS.map((_, mask) => draw(version, words, mask));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

function draw(version: number, words: readonly number[], mask: number): boolean[][] {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  const set = (x: number, y: number, isDark: boolean) => {
    const [row, held] = [dark[y], fixed[y]];
    if (!row || !held || x < 0 || x >= size) return;
    row[x] = isDark;
    held[x] = true;
  };
  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0);
    set(at, 6, at % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -4; dy <= 4; dy++)
      for (let dx = -4; dx <= 4; dx++) {
        const away = Math.max(Math.abs(dx), Math.abs(dy));
        set(cx + dx, cy + dy, away !== 2 && away !== 4);
      }
  const places = version > 1 ? [6, ...(ALIGNMENTS[version - 1] ?? [])] : [];
  for (const cy of places)
    for (const cx of places) {
      const isFinder = (cx === 6 && (cy === 6 || cy === size - 7)) || (cy === 6 && cx === size - 7);
      if (isFinder) continue;
      for (let dy = -2; dy <= 2; dy++)
        for (let dx = -2; dx <= 2; dx++) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
    }
  format(set, size, mask);
  if (version >= 7) versionBits(set, size, version);
  fill(dark, fixed, words, mask);
  return dark;
}

type SetSquare = (x: number, y: number, isDark: boolean) => void;

function format(set: SetSquare, size: number, mask: number) {
  const data = (1 << 3) | mask;
  let rest = data;
  for (let step = 0; step < 10; step++) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const bits = ((data << 10) | rest) ^ 0x5412;
  const bit = (at: number) => ((bits >> at) & 1) === 1;
  for (let at = 0; at <= 5; at++) set(8, at, bit(at));
  set(8, 7, bit(6));
  set(8, 8, bit(7));
  set(7, 8, bit(8));
  for (let at = 9; at < 15; at++) set(14 - at, 8, bit(at));
  for (let at = 0; at < 8; at++) set(size - 1 - at, 8, bit(at));
  for (let at = 8; at < 15; at++) set(8, size - 15 + at, bit(at));
  set(8, size - 8, true);
}

function versionBits(set: SetSquare, size: number, version: number) {
  let rest = version;
  for (let step = 0; step < 12; step++) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  const bits = (version << 12) | rest;
  for (let at = 0; at < 18; at++) {
    const isDark = ((bits >> at) & 1) === 1;
    const [far, near] = [size - 11 + (at % 3), Math.floor(at / 3)];
    set(far, near, isDark);
    set(near, far, isDark);
  }
}

function fill(dark: boolean[][], fixed: boolean[][], words: readonly number[], mask: number) {
  const size = dark.length;
  const isMasked = MASKS[mask];
  let next = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const isUpward = ((right + 1) & 2) === 0;
      const y = isUpward ? size - 1 - step : step;
      const row = dark[y];
      for (const x of [right, right - 1]) {
        if (!row || fixed[y]?.[x]) continue;
        const bit = ((words[next >> 3] ?? 0) >> (7 - (next & 7))) & 1;
        row[x] = (bit === 1) !== Boolean(isMasked?.(x, y));
        next++;
      }
    }
  }
}

/** How hard a code is to read: long runs, blocks, patterns like the finders', too much of one shade. */
function penalty(dark: readonly boolean[][]): number {
  const size = dark.length;
  const at = (x: number, y: number) => dark[y]?.[x] ?? false;
  let found = 0;
  for (const isAcross of [true, false])
    for (let line = 0; line < size; line++) {
      const row = Array.from({ length: size }, (_, step) => (isAcross ? at(step, line) : at(line, step)));
      const text = row.map((one) => (one ? "1" : "0")).join("");
      for (const run of text.match(/0{5,}|1{5,}/g) ?? []) found += run.length - 2;
      found += 40 * (text.match(/(?=10111010000|00001011101)/g)?.length ?? 0);
    }
  for (let y = 0; y < size - 1; y++)
    for (let x = 0; x < size - 1; x++)
      if (at(x, y) === at(x + 1, y) && at(x, y) === at(x, y + 1) && at(x, y) === at(x + 1, y + 1)) found += 3;
  const share = dark.flat().filter(Boolean).length / size ** 2;
  return found + 10 * Math.floor(Math.abs(share * 100 - 50) / 5);
}
