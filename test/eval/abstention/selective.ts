/** A question that was judged: whether its papers answer it, and how sure it seemed that they do. */
export type Judged = { isAnswerable: boolean; score: number };

/** Abstaining as a task of finding the questions without an answer; shares from 0 to 1. */
export type Abstention = {
  precision: number;
  recall: number;
  f1: number;
  /** Share of the questions with an answer that are refused. */
  overRefusal: number;
};

/** What comes of answering from a score on, and refusing below it. */
export function abstention(judged: readonly Judged[], threshold: number): Abstention {
  const refused = judged.filter(({ score }) => score < threshold);
  const right = refused.filter(({ isAnswerable }) => !isAnswerable).length;
  const unanswerable = judged.filter(({ isAnswerable }) => !isAnswerable).length;
  return {
    precision: share(right, refused.length),
    recall: share(right, unanswerable),
    f1: share(2 * right, refused.length + unanswerable),
    overRefusal: share(refused.length - right, judged.length - unanswerable),
  };
}

/** A place on the risk-coverage curve: the share of questions answered, and the share of those that had no answer. */
export type CurvePoint = { threshold: number; coverage: number; risk: number };

/**
 * The whole curve, surest question first; questions of equal score are answered together.
 * Source: El-Yaniv and Wiener, On the Foundations of Noise-free Selective Classification, JMLR 2010.
 */
export function riskCoverage(judged: readonly Judged[]): CurvePoint[] {
  const sorted = judged.toSorted((a, b) => b.score - a.score);
  let wrong = 0;
  return sorted.flatMap(({ isAnswerable, score }, i) => {
    if (!isAnswerable) wrong++;
    if (sorted[i + 1]?.score === score) return [];
    return [{ threshold: score, coverage: (i + 1) / sorted.length, risk: wrong / (i + 1) }];
  });
}

/** Area under the curve, each risk lasting from the coverage before it to its own: 0 is best. */
export function riskArea(judged: readonly Judged[]): number {
  let before = 0;
  return riskCoverage(judged).reduce((area, { coverage, risk }) => {
    const width = coverage - before;
    before = coverage;
    return area + width * risk;
  }, 0);
}

/** The threshold with the best F1 among those that refuse less than `mostRefused` of the questions with an answer. */
export function bestThreshold(judged: readonly Judged[], mostRefused: number): number {
  const thresholds = [...new Set(judged.map(({ score }) => score))].toSorted((a, b) => a - b);
  let best = { threshold: thresholds[0] ?? 0, f1: -1 };
  for (const threshold of thresholds) {
    const { f1, overRefusal } = abstention(judged, threshold);
    if (overRefusal < mostRefused && f1 > best.f1) best = { threshold, f1 };
  }
  return best.threshold;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
