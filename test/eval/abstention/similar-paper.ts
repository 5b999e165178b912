import { type SourcedPaper, textOf } from './sources/sourced-paper.ts';

/** So many of the first words of a paper are compared: its title, its abstract and how it begins. */
const comparedWords = 300;

/** Finds, for a paper, the one that is most like it by its words (cosine of tf-idf vectors); a seldom word counts for more. */
export class PaperLikeness {
  readonly #vectors: ReadonlyMap<string, ReadonlyMap<string, number>>;

  constructor(papers: readonly SourcedPaper[]) {
    const counted = papers.map((paper) => [paper.id, countsOf(textOf(paper))] as const);
    const holding = new Map<string, number>();
    for (const [, counts] of counted) for (const word of counts.keys()) holding.set(word, (holding.get(word) ?? 0) + 1);
    this.#vectors = new Map(
      counted.map(([id, counts]) => {
        const weighed = [...counts].map(([word, count]): [string, number] => [
          word,
          (1 + Math.log(count)) * Math.log(papers.length / (holding.get(word) ?? 1)),
        ]);
        const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
        return [id, new Map(weighed.map(([word, weight]) => [word, weight / length]))];
      }),
    );
  }

  /** The most similar paper that is none of `others`; of equal ones the first. */
  nearest(id: string, others: ReadonlySet<string>): string | undefined {
    const own = this.#vectors.get(id) ?? new Map<string, number>();
    let best: { id: string; score: number } | undefined;
    for (const [other, vector] of this.#vectors) {
      if (other === id || others.has(other)) continue;
      let score = 0;
      for (const [word, weight] of own) score += weight * (vector.get(word) ?? 0);
      if (best === undefined || score > best.score) best = { id: other, score };
    }
    return best?.id;
  }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = text.toLowerCase().match(/\p{L}[\p{L}\p{N}-]+/gu) ?? [];
  for (const word of words.slice(0, comparedWords)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
