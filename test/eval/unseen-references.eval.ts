import { parseReference } from '../../libs/ddm/src/read/pdf/references/parse-reference.ts';
import { isHeldOut, labelledFiles } from '../../scripts/reference-tagger/labelled-files.ts';
import { trainTagger } from '../../scripts/reference-tagger/train-tagger.ts';
import { labelledReferences } from './documents/strings/labelled-references.ts';
import { scoreStrings } from './documents/strings/score-strings.ts';
import type { Evaluation, EvaluationOptions, EvaluationReport } from './main.ts';

/**
 * What the parser does with references of papers it has not learned from. The tagger is trained as the one that comes with the
 * package is, on four fifths of the files; the other fifth is parsed with it (some minutes).
 */
export const evaluation: Evaluation = {
  describe:
    'Labelled reference strings of files that a tagger trained on the other files has not seen: F1 of each field.',
  run: evaluate,
};

async function evaluate(options: EvaluationOptions): Promise<EvaluationReport> {
  if (options.data === undefined) throw new Error('--data DIR: a folder with labelled references (XML)');
  const files = labelledFiles(options.data);
  const weights = trainTagger(
    files.filter((file) => !isHeldOut(file)),
    (round) => process.stderr.write(`round ${round + 1}\n`),
  );
  const references = files.filter(isHeldOut).flatMap(labelledReferences);
  const parsed = references.map(({ text }) => parseReference(text, weights));
  const { figures, faults } = scoreStrings(references, parsed);
  // Without the strings: the labelled text is not ours to give away.
  return { figures, details: { faults: faults.slice(0, 100).map(({ text: _text, ...fault }) => fault) } };
}
