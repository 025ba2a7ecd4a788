/** Which country a number is dialled in, and how people of the larger ones write it. */
const CODES =
  "AD376 AE971 AF93 AG1 AI1 AL355 AM374 AO244 AR54 AS1 AT43 AU61 AW297 AX358 AZ994 BA387 BB1 BD880 BE32 BF226 BG359 BH973 BI257 BJ229 BL590 BM1 BN673 BO591 BQ599 BR55 BS1 BT975 BW267 BY375 BZ501 CA1 CC61 CD243 CF236 CG242 CH41 CI225 CK682 CL56 CM237 CN86 CO57 CR506 CU53 CV238 CW599 CX61 CY357 CZ420 DE49 DJ253 DK45 DM1 DO1 DZ213 EC593 EE372 EG20 EH212 ER291 ES34 ET251 FI358 FJ679 FK500 FM691 FO298 FR33 GA241 GB44 GD1 GE995 GF594 GG44 GH233 GI350 GL299 GM220 GN224 GP590 GQ240 GR30 GT502 GU1 GW245 GY592 HK852 HN504 HR385 HT509 HU36 ID62 IE353 IL972 IM44 IN91 IO246 IQ964 IR98 IS354 IT39 JE44 JM1 JO962 JP81 KE254 KG996 KH855 KI686 KM269 KN1 KP850 KR82 KW965 KY1 KZ7 LA856 LB961 LC1 LI423 LK94 LR231 LS266 LT370 LU352 LV371 LY218 MA212 MC377 MD373 ME382 MF590 MG261 MH692 MK389 ML223 MM95 MN976 MO853 MP1 MQ596 MR222 MS1 MT356 MU230 MV960 MW265 MX52 MY60 MZ258 NA264 NC687 NE227 NF672 NG234 NI505 NL31 NO47 NP977 NR674 NU683 NZ64 OM968 PA507 PE51 PF689 PG675 PH63 PK92 PL48 PM508 PR1 PS970 PT351 PW680 PY595 QA974 RE262 RO40 RS381 RU7 RW250 SA966 SB677 SC248 SD249 SE46 SG65 SH290 SI386 SJ47 SK421 SL232 SM378 SN221 SO252 SR597 SS211 ST239 SV503 SX1 SY963 SZ268 TC1 TD235 TG228 TH66 TJ992 TK690 TL670 TM993 TN216 TO676 TR90 TT1 TV688 TW886 TZ255 UA380 UG256 US1 UY598 UZ998 VA39 VC1 VE58 VG1 VI1 VN84 VU678 WF681 WS685 YE967 YT262 ZA27 ZM260 ZW263";

/** ISO country to calling code. */
export const CALLING_CODES: ReadonlyMap<string, string> = new Map(
  CODES.split(" ").map((pair) => [pair.slice(0, 2), pair.slice(2)]),
);

/** Which of several countries with one code is meant where nothing says more. */
const FIRST: Record<string, string> = {
  "1": "US",
  "7": "RU",
  "39": "IT",
  "44": "GB",
  "47": "NO",
  "61": "AU",
  "212": "MA",
  "262": "RE",
  "358": "FI",
  "590": "GP",
  "599": "CW",
};

/** How many digits stand together; other numbers stand in threes. */
const GROUPS: Record<string, readonly (readonly number[])[]> = {
  "1": [[3, 3, 4]],
  "33": [[1, 2, 2, 2, 2]],
  "34": [[3, 3, 3]],
  "44": [[4, 6]],
  "49": [
    [4, 7],
    [3, 8],
    [3, 7],
  ],
  "52": [[2, 4, 4]],
  "54": [
    [1, 2, 4, 4],
    [2, 4, 4],
  ],
  "56": [[1, 4, 4]],
  "57": [[3, 3, 4]],
};

export interface DialledNumber {
  /** Null when the number does not say and nobody knows. */
  country: string | null;
  national: string;
}

const digitsOf = (text: string) => text.replace(/\D/g, "");

/** Parts what was written into country and number; one without a prefix belongs to the `home` country. */
export function parted(written: string, home: string | null, chosen: string | null): DialledNumber {
  const text = written.trim().replace(/^00(?=\d)/, "+");
  if (!text.startsWith("+")) return { country: chosen ?? home, national: text };
  const digits = digitsOf(text);
  for (const length of [3, 2, 1]) {
    const code = digits.slice(0, length);
    const countries = [...CALLING_CODES].filter(([, own]) => own === code).map(([country]) => country);
    if (!countries.length) continue;
    const country = [chosen, home, FIRST[code]].find((one) => one && countries.includes(one)) ?? countries[0] ?? null;
    return { country, national: grouped(code, digits.slice(length)) };
  }
  return { country: null, national: text };
}

/** What is kept: the international form; text that is no number stays as it is, for the server to refuse by name. */
export function joined({ country, national }: DialledNumber): string {
  const code = country ? CALLING_CODES.get(country) : undefined;
  const isNumber = /^[\d\s().\-/]+$/.test(national);
  return code && isNumber ? `+${code}${digitsOf(national)}` : national.trim();
}

/** A national number as people of its country write it. */
export function grouped(code: string, digits: string): string {
  const fitting = (GROUPS[code] ?? []).find((sizes) => sizes.reduce((sum, size) => sum + size, 0) === digits.length);
  const sizes = fitting ?? threes(digits.length);
  const parts: string[] = [];
  let at = 0;
  for (const size of sizes) {
    parts.push(digits.slice(at, at + size));
    at += size;
  }
  return parts.join(" ");
}

/** Threes, but for a single digit left over, which would stand alone. */
function threes(length: number): number[] {
  const sizes: number[] = Array(Math.floor(length / 3)).fill(3);
  const rest = length % 3;
  if (rest === 1 && sizes.length) sizes.splice(-1, 1, 2, 2);
  else if (rest) sizes.push(rest);
  return sizes;
}

/** The country in which a time zone lies, as far as the browser knows. */
export function countryOfZone(zone: string): string | null {
  type Zoned = Intl.Locale & { getTimeZones?(): string[] | undefined; timeZones?: string[] };
  for (const country of CALLING_CODES.keys()) {
    const locale = new Intl.Locale(`und-${country}`) as Zoned;
    if ((locale.getTimeZones?.() ?? locale.timeZones ?? []).includes(zone)) return country;
  }
  return null;
}
