import { delimiter } from 'node:path';
import { commitPapers } from './commit-papers.ts';
import { jatsFiles } from './jats-files.ts';
import type { Bench, Measure } from './main.ts';
import { readPaper } from './read-paper.ts';
import { median, quantile, round } from './statistics.ts';

/**
 * From JATS files to committed graphs. `--data` takes several folders, apart by the sign that parts paths (`:`). The counts
 * of references, citations and words come from a walk over the XML that shares no code with the reader.
 */
export const bench: Bench = {
  describe:
    'Every JATS file: what of the source reaches the document, how fast it is read, enriched and mapped on one core, how many triples the store loads, and how long a commit takes.',
  async run({ data }): Promise<Measure[]> {
    const files = (await Promise.all(data.split(delimiter).map((folder) => jatsFiles(folder)))).flat();
    if (files.length === 0) throw new Error(`no JATS file in ${data}`);
    const papers = files.map((file) => ({ ...readPaper(file), bytes: file.bytes }));
    const commits = await commitPapers(papers);
    const sum = (value: (paper: (typeof papers)[number]) => number): number =>
      papers.reduce((total, paper) => total + value(paper), 0);
    const failing = (bad: (paper: (typeof papers)[number]) => boolean): string[] =>
      papers.filter(bad).map(({ name }) => name);
    const words = sum(({ coverage }) => coverage.words);
    const missing = sum(({ coverage }) => coverage.missingWords);
    const speeds = papers.map(({ ms, coverage }) => (1000 * ms) / coverage.words);
    const triples = papers.map(({ storeTriples, sentences }) => storeTriples / sentences);
    const unlike = (what: 'references' | 'citations'): Measure => {
      const wrong = papers.filter(({ coverage }) => coverage[what].source !== coverage[what].document);
      const details = wrong.map(({ name, coverage }) => ({ name, ...coverage[what] }));
      return {
        name: `papers whose count of ${what} differs from the source`,
        value: wrong.length,
        unit: 'papers',
        bar: 0,
        details,
      };
    };
    return [
      { name: 'papers', value: papers.length, unit: 'papers' },
      {
        name: 'references in the sources',
        value: sum(({ coverage }) => coverage.references.source),
        unit: 'references',
      },
      unlike('references'),
      { name: 'citations in the sources', value: sum(({ coverage }) => coverage.citations.source), unit: 'citations' },
      unlike('citations'),
      {
        name: 'citations that lack an entry which the source links them to',
        value: sum(({ coverage }) => coverage.citations.unlinked),
        unit: 'citations',
        bar: 0,
      },
      { name: 'words of body, back matter and floats', value: words, unit: 'words' },
      {
        name: 'words that reach no sentence, caption, cell or note',
        value: missing,
        unit: 'words',
        bar: 0,
        details: { share: round(missing / words, 6), papers: failing(({ coverage }) => coverage.missingWords > 0) },
      },
      {
        name: 'papers that their graph does not give back exactly',
        ...counted(failing(({ exact }) => !exact)),
      },
      { name: 'papers with faults in the structural check', ...counted(failing(({ faults }) => faults > 0)) },
      { name: 'sentences', value: sum(({ sentences }) => sentences), unit: 'sentences' },
      {
        name: 'store triples a sentence',
        value: round(sum(({ storeTriples }) => storeTriples) / sum(({ sentences }) => sentences)),
        unit: 'triples',
        bar: 9,
        details: { medianPaper: round(median(triples)), p90Paper: round(quantile(triples, 0.9)) },
      },
      {
        name: 'reading and mapping, all papers',
        value: round((1000 * sum(({ ms }) => ms)) / words),
        unit: 'ms per 1,000 words',
        bar: 25,
      },
      { name: 'reading and mapping, median paper', value: round(median(speeds)), unit: 'ms per 1,000 words', bar: 25 },
      {
        name: 'reading and mapping, 90th of 100 papers',
        value: round(quantile(speeds, 0.9)),
        unit: 'ms per 1,000 words',
        bar: 25,
      },
      { name: 'commit, median', value: round(median(commits)), unit: 'ms', bar: 10 },
      { name: 'commit, 90th of 100', value: round(quantile(commits, 0.9)), unit: 'ms', bar: 10 },
    ];
  },
};

function counted(names: string[]): Pick<Measure, 'value' | 'unit' | 'bar' | 'details'> {
  return { value: names.length, unit: 'papers', bar: 0, details: names };
}
