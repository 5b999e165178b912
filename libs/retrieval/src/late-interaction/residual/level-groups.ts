/** Dimensions whose levels share a byte. */
export const groupSize = 3;

/** Numbers of levels that a bucket may be divided into. */
const divisions = [4, 5, 6, 8, 10] as const;
type Division = (typeof divisions)[number];

/** Levels kept for a bucket: those of each division, one after another. */
export const levelsOfBucket = divisions.reduce((sum, count) => sum + count, 0);

/** Each division with the place of its first level among those of a bucket. */
export const levelSpans: readonly { first: number; count: number }[] = divisions.map((count) => ({
  first: firstOf(count),
  count,
}));

/**
 * Levels of the outer and inner buckets of a group, by how many of its three buckets are outer. Outer buckets are wide, so they
 * get more; each product of three is at most 256.
 */
const divisionsByOuter: readonly { outer: Division; inner: Division }[] = [
  { outer: 6, inner: 6 },
  { outer: 10, inner: 5 },
  { outer: 8, inner: 4 },
  { outer: 6, inner: 6 },
];

function firstOf(division: Division): number {
  return divisions.slice(0, divisions.indexOf(division)).reduce((sum, count) => sum + count, 0);
}

/** For each pattern of outer buckets, bit i for dimension i, the levels of its three dimensions. */
export const spansOfPattern: readonly (readonly { first: number; count: number }[])[] = Array.from(
  { length: 2 ** groupSize },
  (_, pattern) => {
    const isOuter = Array.from({ length: groupSize }, (__, i) => ((pattern >> i) & 1) === 1);
    const { outer, inner } = divisionsByOuter[isOuter.filter(Boolean).length] ?? { outer: 6, inner: 6 };
    return isOuter.map((each) => ({ first: firstOf(each ? outer : inner), count: each ? outer : inner }));
  },
);

/** For each pattern and byte the places of the three levels among those of their buckets. */
export const placesOfBytes: Uint8Array = Uint8Array.from(
  spansOfPattern.flatMap(([a, b, c]) =>
    Array.from({ length: 256 }, (_, byte) => {
      const [first, second, third] = [a, b, c] as [Span, Span, Span];
      const rest = Math.floor(byte / first.count);
      return [
        first.first + (byte % first.count),
        second.first + (rest % second.count),
        third.first + (Math.floor(rest / second.count) % third.count),
      ];
    }).flat(),
  ),
);
type Span = { first: number; count: number };
