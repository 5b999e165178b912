/**
 * Learns the models of `libs/kgqp/src/answer/polarity/stance-models.ts` and writes them there:
 * `node --conditions=source test/eval/polarity/learn-stance.ts PUBMEDQA SCIFACT`, the folders of the two data sets.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reading } from '../../../libs/kgqp/src/answer/polarity/reading.ts';
import { featureNames } from '../../../libs/kgqp/src/answer/polarity/stance-features.ts';
import { learnStance } from './fit-stance.ts';
import { type LabelledTexts, pubmedqaTexts, scifactTexts } from './labelled-texts.ts';
import { stanceExamples } from './stance-examples.ts';

const [pubmedqa = '', scifact = ''] = process.argv.slice(2);
const file = join(import.meta.dirname, '../../../libs/kgqp/src/answer/polarity/stance-models.ts');

async function modelsOf(labelled: readonly LabelledTexts[], readings: readonly Reading[]): Promise<string> {
  const taught = labelled.filter(({ isTaught }) => isTaught);
  const { byMeaning, byWords } = await stanceExamples(taught);
  const models = { byMeaning: learnStance(byMeaning, readings), byWords: learnStance(byWords, readings) };
  return JSON.stringify(models, null, 2).replaceAll(/"(\w+)":/g, '$1:');
}

const question = await modelsOf(pubmedqaTexts(pubmedqa), ['yes', 'no', 'maybe']);
const claim = await modelsOf(scifactTexts(scifact), ['yes', 'no']);
writeFileSync(
  file,
  `import type { AskedStatement } from './asked-statement.ts';
import type { StanceModel } from './reading.ts';

type Models = { byMeaning: StanceModel; byWords: StanceModel };

/**
 * Written by test/eval/polarity/learn-stance.ts, which learnt them on the half of the development questions of PubMedQA and of the
 * training claims of SciFact whose ids have an even SHA-256; \`npm run eval -- polarity\` says how well they read. The features of
 * questions: ${featureNames.question.join(', ')}. Of claims: ${featureNames.claim.join(', ')}. By meaning, how they lean comes last.
 */
export const stanceModels: Readonly<Record<AskedStatement['kind'], Models>> = {
  question: ${question},
  claim: ${claim},
};
`,
);
