/**
 * Trains the tagger of references and writes `libs/ddm/data/reference-tagger.txt`:
 * `node --conditions=source scripts/train-reference-tagger.ts FOLDER`. The folder holds AnyStyle's `core.xml` (BSD 2-clause)
 * and the TEI files of GROBID's citation training data (Apache-2.0), packed or not. What comes out for references that were
 * not learned from is measured by `npm run eval -- unseen-references --data FOLDER`.
 */
import { writeFileSync } from 'node:fs';
import { weightsFile } from '../libs/ddm/src/read/pdf/references/model/load-weights.ts';
import { formatWeights } from '../libs/ddm/src/read/pdf/references/model/weights-text.ts';
import { labelledFiles } from './reference-tagger/labelled-files.ts';
import { trainTagger } from './reference-tagger/train-tagger.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Which folder holds the labelled references?');
const weights = trainTagger(labelledFiles(folder), (round, unexpected) =>
  process.stderr.write(`round ${round + 1}: ${(100 * unexpected).toFixed(2)} % of the labels unexpected\n`),
);
writeFileSync(weightsFile, formatWeights(weights));
