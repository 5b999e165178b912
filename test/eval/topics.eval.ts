import type { Document } from '@askg/contract';
import { round } from '../../bench/statistics.ts';
import { findAbbreviations } from '../../libs/ddm/src/enrich/abbreviations/find-abbreviations.ts';
import { countPhrases } from '../../libs/ddm/src/enrich/keywords/count-phrases.ts';
import { findTopics } from '../../libs/ddm/src/enrich/keywords/find-topics.ts';
import { foldPhrase } from '../../libs/ddm/src/enrich/keywords/fold-phrase.ts';
import { assignRoles } from '../../libs/ddm/src/enrich/section-roles.ts';
import { readPapers, wordsOf } from './enrichment/read-papers.ts';
import { compareSets, setFigures } from './enrichment/set-scores.ts';
import { writePredictions } from './enrichment/write-predictions.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

/** What the enricher gives. */
const most = 8;

/**
 * `--data` takes folders of JATS files. The keywords that authors printed are taken out before the enricher sees the paper, and
 * are the gold afterwards; equal is what is equal but for case, hyphens and plural. Authors choose tags that their text does not
 * hold, so recall is given also of those that it does.
 */
export const evaluation: Evaluation = {
  describe: "Topics found in the text, compared with the authors' keywords, which are hidden.",
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR[:DIR…]: folders with JATS files');
  const papers = await readPapers(options.data, options.sample);
  const inputs = papers.map(({ file, document }) => ({
    file,
    document: findAbbreviations(assignRoles({ ...document, keywords: [] })),
  }));
  const start = performance.now();
  const predictions = inputs.map(({ file, document }) => ({ file, topics: findTopics(document).topics ?? [] }));
  const ms = performance.now() - start;
  writePredictions('topics', options.predictions, predictions);

  const gold = papers.map(({ document }) => document.keywords.map(foldPhrase));
  const score = (predict: (document: Document, i: number) => string[], wanted = gold) =>
    inputs.flatMap(({ document }, i) => {
      const keywords = wanted[i] ?? [];
      return keywords.length === 0 ? [] : [compareSets(predict(document, i), keywords)];
    });
  const ours = (_: Document, i: number): string[] =>
    (predictions[i]?.topics ?? []).map(({ label }) => foldPhrase(label));
  const inText = gold.map((keywords, i) => {
    const text = ` ${foldPhrase(allText(papers[i]?.document).replaceAll(/[^\p{L}\p{N}+#\s-]+/gu, ' '))} `;
    return keywords.filter((keyword) => text.includes(` ${keyword} `));
  });
  const topics = predictions.flatMap((each) => each.topics);
  const words = papers.reduce((sum, { document }) => sum + wordsOf(document), 0);
  return {
    figures: [
      { name: 'papers with keywords', value: gold.filter(({ length }) => length > 0).length, unit: '' },
      ...setFigures('', score(ours)),
      ...setFigures(', keywords that the text holds', score(ours, inText)),
      ...setFigures(
        ', baseline: most frequent phrases',
        score((document) => mostFrequent(document)),
      ),
      {
        name: 'topics that the Computer Science Ontology has',
        value: share(topics.map(({ cso }) => cso !== undefined)),
        unit: '',
      },
      { name: 'speed', value: round((1000 * ms) / words, 2), unit: 'ms per 1,000 words' },
    ],
    details: {
      papers: predictions.map(({ file, topics: found }, i) => ({
        file,
        keywords: papers[i]?.document.keywords,
        topics: found.map(({ label, score: value }) => `${label} ${value}`),
      })),
    },
  };
}

function mostFrequent(document: Document): string[] {
  return [...countPhrases(document).values()]
    .toSorted((a, b) => b.count - a.count || (a.folded < b.folded ? -1 : 1))
    .slice(0, most)
    .map(({ folded }) => folded);
}

function allText(document: Document | undefined): string {
  return JSON.stringify([document?.title, document?.abstract, document?.sections]);
}

function share(list: readonly boolean[]): number {
  return round(list.filter(Boolean).length / Math.max(1, list.length), 3);
}
