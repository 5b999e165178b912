/** A number as a text measures with it. */
export type Measured = {
  /** The figure without thousands separators. */
  number: string;
  /** Its unit, spelled one way; undefined when no known unit stands with it. */
  unit: string | undefined;
  /** Whether it is said to be a least (`>`), a most (`<`) or a rough value (`~`). */
  bound: '>' | '<' | '~' | undefined;
};

const spellings: Readonly<Record<string, string>> = {
  '%': '% percent percentage',
  ms: 'ms millisecond milliseconds msec',
  s: 's sec second seconds secs',
  min: 'min mins minute minutes',
  h: 'h hr hrs hour hours',
  day: 'd day days',
  week: 'week weeks',
  month: 'month months',
  year: 'yr yrs year years',
  µm: 'µm μm micrometer micrometers micron microns',
  nm: 'nm nanometer nanometers nanometre nanometres',
  mm: 'mm millimeter millimeters millimetre millimetres',
  cm: 'cm centimeter centimeters centimetre centimetres',
  km: 'km kilometer kilometers kilometre kilometres',
  g: 'g gram grams gramme grammes',
  mg: 'mg milligram milligrams',
  µg: 'µg μg ug microgram micrograms',
  ng: 'ng nanogram nanograms',
  mL: 'ml milliliter milliliters millilitre millilitres',
  L: 'l liter liters litre litres',
  m: 'm meter meters metre metres',
  kHz: 'khz kilohertz',
  MHz: 'mhz megahertz',
  kg: 'kg kilogram kilograms',
  kB: 'kb kilobyte kilobytes',
  MB: 'mb megabyte megabytes',
  GB: 'gb gigabyte gigabytes',
  TB: 'tb terabyte terabytes',
  Hz: 'hz hertz',
  GHz: 'ghz gigahertz',
  '°C': '°c celsius',
  K: 'kelvin',
  $: '$ usd dollar dollars',
  '€': '€ eur euro euros',
  '£': '£ gbp',
  thousand: 'thousand',
  million: 'million',
  billion: 'billion',
};
const units = new Map(Object.entries(spellings).flatMap(([unit, all]) => all.split(' ').map((each) => [each, unit])));

/** The one spelling of a unit; undefined for a word that is none. */
export function unitOf(word: string): string | undefined {
  return units.get(word.toLowerCase());
}

const bounds: readonly (readonly [NonNullable<Measured['bound']>, RegExp])[] = [
  [
    '>',
    /(?:at least|(?:more|older|longer|larger|higher|greater|heavier|bigger) than|over|above|exceeding|no fewer than|no less than|[>≥])\s*$/iu,
  ],
  [
    '<',
    /(?:at most|up to|(?:less|fewer|younger|shorter|smaller|lower|lighter) than|under|below|no more than|[<≤])\s*$/iu,
  ],
  ['~', /(?:about|around|approximately|roughly|nearly|almost|circa|[~≈])\s*$/iu],
];

/** Letters before a number in which its bound must stand: the longest, with spaces. */
const longestBound = 40;

/** The numbers in figures of a text, with unit and bound. */
export function measuredNumbers(text: string): Measured[] {
  const found = text.matchAll(/([$€£])?\s?(?<![\p{L}\d.])(\d+(?:[.,]\d+)*)(?:[ \u00a0-]?(%|°?\p{L}+))?/gu);
  return [...found].map((match) => {
    const [, currency, figure = '', after = ''] = match;
    const before = text.slice(Math.max(0, match.index - longestBound), match.index);
    return {
      number: figure.replaceAll(/,(?=\d{3})/g, ''),
      unit: unitOf(currency ?? after),
      bound: bounds.find(([, pattern]) => pattern.test(before))?.[0],
    };
  });
}

/** Whether each number of a claim that has a unit has the same one in the text: “20 ms” does not rest on “20 s”. */
export function measuresTheSame(claim: string, text: string): boolean {
  const measured = measuredNumbers(text);
  return measuredNumbers(claim).every(({ number, unit }) => {
    const same = measured.filter((each) => each.number === number);
    return unit === undefined || same.length === 0 || same.some((each) => each.unit === unit);
  });
}

/** Whether a claim gives a number as exact, or as a least or a most, that the text does not give so. */
export function movesBounds(claim: string, text: string): boolean {
  const measured = measuredNumbers(text);
  return measuredNumbers(claim).some(({ number, bound }) => {
    const same = measured.filter((each) => each.number === number);
    return same.length > 0 && same.every((each) => each.bound !== bound);
  });
}
