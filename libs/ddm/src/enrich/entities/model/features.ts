import { type WordClasses, foldWord } from './word-classes.ts';

/** What the tagger sees of a word wherever it stands. */
export type Form = {
  lower: string;
  shape: string;
  /** Classes of words that stand in like places, in a coarse and a fine division. */
  coarse: string;
  fine: string;
  /** Features of the word itself, and those that its neighbours see too. */
  own: readonly string[];
  near: readonly string[];
};

const edge: Form = { lower: '^', shape: '^', coarse: '^', fine: '^', own: [], near: ['w^'] };

/** Distances at which a word is seen by another, and which of its features. */
export const distances = [-2, -1, 0, 1, 2] as const;

export function formOf(word: string, classes: WordClasses): Form {
  const lower = foldWord(word);
  const shape = shapeOf(word);
  const { coarse, fine } = classes.of(lower);
  const near = [`w${lower}`, `s${shape}`, `c${coarse}`, `f${fine}`];
  const parts = lower.split('-');
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  const own = [
    ...near,
    `1${lower.slice(-1)}`,
    `2${lower.slice(-2)}`,
    `3${lower.slice(-3)}`,
    `4${lower.slice(-4)}`,
    `p${lower.slice(0, 3)}`,
    `q${lower.slice(0, 4)}`,
    ...(last === '' ? [] : [`h${last}`, `g${classes.of(last).coarse}`]),
  ];
  return { lower, shape, coarse, fine, own, near: [...near, `3${lower.slice(-3)}`] };
}

/** What features of several words are made of: sides of the forms at distances from a place. */
export type Side = 'lower' | 'shape' | 'coarse' | 'fine';
export type JointTemplate = { name: string; parts: readonly (readonly [distance: number, side: Side])[] };

export const jointTemplates: readonly JointTemplate[] = [
  {
    name: 'a',
    parts: [
      [-1, 'lower'],
      [0, 'lower'],
    ],
  },
  {
    name: 'b',
    parts: [
      [0, 'lower'],
      [1, 'lower'],
    ],
  },
  {
    name: 'c',
    parts: [
      [-1, 'coarse'],
      [0, 'coarse'],
    ],
  },
  {
    name: 'd',
    parts: [
      [0, 'coarse'],
      [1, 'coarse'],
    ],
  },
  {
    name: 'e',
    parts: [
      [-1, 'coarse'],
      [0, 'coarse'],
      [1, 'coarse'],
    ],
  },
  {
    name: 'f',
    parts: [
      [-2, 'coarse'],
      [-1, 'coarse'],
      [0, 'coarse'],
    ],
  },
  {
    name: 'g',
    parts: [
      [0, 'coarse'],
      [1, 'coarse'],
      [2, 'coarse'],
    ],
  },
  {
    name: 'h',
    parts: [
      [-1, 'shape'],
      [0, 'shape'],
    ],
  },
  {
    name: 'i',
    parts: [
      [0, 'shape'],
      [1, 'shape'],
    ],
  },
  {
    name: 'j',
    parts: [
      [-1, 'fine'],
      [0, 'fine'],
    ],
  },
  {
    name: 'k',
    parts: [
      [0, 'fine'],
      [1, 'fine'],
    ],
  },
  {
    name: 'l',
    parts: [
      [-1, 'coarse'],
      [0, 'shape'],
      [1, 'coarse'],
    ],
  },
  {
    name: 'm',
    parts: [
      [-2, 'lower'],
      [-1, 'lower'],
    ],
  },
];

/** Features of a place that several words make together. */
function jointFeatures(forms: readonly Form[], i: number): string[] {
  return jointTemplates.map(
    ({ name, parts }) => name + parts.map(([distance, side]) => formAt(forms, i + distance)[side]).join(' '),
  );
}

/** The form at a distance from a place; beyond the ends of the sentence there is an edge. */
export function formAt(forms: readonly Form[], i: number): Form {
  return forms[i] ?? edge;
}

/** Features that a word gives to the place `distance` words before it (or after it, where that is negative). */
export function featuresAtDistance(form: Form, distance: number): string[] {
  const seen = distance === 0 ? form.own : Math.abs(distance) === 1 ? form.near : form.near.slice(0, 4);
  return seen.map((feature) => `${distance}${feature}`);
}

/** All features of a place. */
export function featuresOf(forms: readonly Form[], i: number): string[] {
  return [
    ...distances.flatMap((distance) => featuresAtDistance(formAt(forms, i + distance), distance)),
    ...jointFeatures(forms, i),
  ];
}

/** `Xx` for `Word`, `x-x` for `state-of-the-art`, `X0` for `F1`. */
function shapeOf(word: string): string {
  return word
    .replaceAll(/\p{Lu}/gu, 'X')
    .replaceAll(/[\p{L}\p{M}]/gu, (letter) => (letter === 'X' ? 'X' : 'x'))
    .replaceAll(/\p{N}/gu, '0')
    .replaceAll(/(.)\1+/gu, '$1$1')
    .slice(0, 8);
}
