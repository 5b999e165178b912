/**
 * Trains the classifier of sections whose headings say nothing, and writes `libs/ddm/data/section-roles.txt`:
 * `node --conditions=source scripts/train-section-roles.ts FOLDERS [--cross-validate]`. FOLDERS, apart by the sign that parts
 * paths, hold JATS files and SciREX (`scirex.tar.gz`). It learns from sections whose headings do say their role, the
 * headings left out. First it tells how well this does on papers that it has not seen, a fifth at a time; with
 * `--cross-validate` nothing is written.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { guessableRoles, guessRole } from '../libs/ddm/src/enrich/section-roles/guess-role.ts';
import { roleWeightsFile } from '../libs/ddm/src/enrich/section-roles/load-weights.ts';
import { paragraphFeatures } from '../libs/ddm/src/enrich/section-roles/paragraph-features.ts';
import type { LinearWeights } from '../libs/ddm/src/enrich/linear-text/linear-weights.ts';
import { trainLinear } from '../libs/ddm/src/enrich/linear-text/train-linear.ts';
import { formatLinearWeights } from '../libs/ddm/src/enrich/linear-text/weights-text.ts';
import { macroF1 } from '../test/eval/enrichment/macro-f1.ts';
import { type LabelledSection, labelledSections } from './section-roles/labelled-sections.ts';

const options = { rounds: 16, fewest: 15, rate: 0.5, penalty: 3 };
const folds = 5;
const mostParagraphs = 12;
/** Sections with the overall shares of roles that stand beside those seen in a tenth of the body. */
const ballast = 3;
const tenths = Array.from({ length: 10 }, (_, i) => `at${i}`);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'cross-validate': { type: 'boolean', default: false } },
});
const sections = await labelledSections(positionals[0] ?? '.');
const judged = Array.from({ length: folds }, (_, fold) => judgeFold(fold)).flat();
for (const source of new Set(sections.map((section) => section.source))) {
  const pairs = judged.filter((each) => each.source === source);
  const sure = pairs.filter(({ probability }) => probability >= 0.8);
  const right = (list: typeof pairs): number =>
    list.filter(({ expected, predicted }) => expected === predicted).length / Math.max(1, list.length);
  process.stdout.write(
    `${source}: ${pairs.length} sections, ${right(pairs).toFixed(3)} right, macro-F1 ${macroF1(pairs).toFixed(3)}; ` +
      `${right(sure).toFixed(3)} of the ${sure.length} that are sure\n`,
  );
}
if (!values['cross-validate']) writeFileSync(roleWeightsFile, formatLinearWeights(learn(sections)));

function learn(training: readonly LabelledSection[]): LinearWeights {
  const examples = training
    .flatMap(({ role, texts }) =>
      texts.slice(0, mostParagraphs).map((text) => ({ text, label: role, key: digestOf(text) })),
    )
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ text, label }) => ({ label, features: paragraphFeatures(text) }));
  const { bias, ...learnt } = trainLinear(examples, guessableRoles, options);
  const share = <T>(list: readonly T[], is: (item: T) => boolean): number => list.filter(is).length / list.length;
  const overall = guessableRoles.map((role) => share(training, (section) => section.role === role));
  const places = tenths.map((place) => {
    const here = training.filter((section) => section.place === place);
    const shares = guessableRoles.map((role, k) => {
      const count = here.filter((section) => section.role === role).length;
      return Math.log((count + ballast * (overall[k] ?? 0)) / (here.length + ballast));
    });
    return [place, shares] as const;
  });
  return {
    ...learnt,
    // How many paragraphs a role has is not what a paragraph says of it.
    bias: bias.map((value, k) => value - Math.log(share(examples, ({ label }) => label === guessableRoles[k]))),
    places: new Map(places),
  };
}

function judgeFold(fold: number): { source: string; expected: string; predicted: string; probability: number }[] {
  const isHere = ({ paper }: LabelledSection): boolean =>
    Number.parseInt(digestOf(paper).slice(0, 8), 16) % folds === fold;
  const weights = learn(sections.filter((section) => !isHere(section)));
  return sections.filter(isHere).map(({ source, role, texts, place }) => {
    const guess = guessRole(texts, place, weights);
    return { source, expected: role, predicted: guess?.role ?? 'other', probability: guess?.probability ?? 0 };
  });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
