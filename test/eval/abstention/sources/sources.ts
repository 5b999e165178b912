import type { Share } from '../choose-pairs.ts';
import { paper2lkg } from './paper2lkg.ts';
import { pubmedqa } from './pubmedqa.ts';
import { qasper } from './qasper.ts';
import { scifact } from './scifact.ts';
import type { Source } from './sourced-paper.ts';

/** The data sets of the built set, each with how much of it is taken. */
export const sources: readonly { read: (data: string) => Source; share: Share }[] = [
  { read: qasper, share: { questions: 60, perPaper: 4 } },
  { read: paper2lkg, share: { questions: 60, perPaper: 10 } },
  { read: pubmedqa, share: { questions: 60, perPaper: 1 } },
  { read: scifact, share: { questions: 60, perPaper: 1 } },
];
