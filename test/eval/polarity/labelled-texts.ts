import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { cutSentences } from '@askg/ddm';
import type { AskedStatement } from '../../../libs/kgqp/src/answer/polarity/asked-statement.ts';
import { isTelling } from '../../../libs/kgqp/src/answer/polarity/told-sentence.ts';
import type { Reading } from '../../../libs/kgqp/src/answer/polarity/reading.ts';
import { readRows, readText } from '../qa/sets/rows.ts';

/** Sentences of one abstract beside a question or a claim, and whether they say yes or no. */
export type LabelledTexts = {
  /** The same for all that go together: they are never learnt from and scored at once. */
  id: string;
  /** Which sentences these are. */
  part: 'results' | 'conclusion' | 'rationale';
  asked: AskedStatement;
  /** Those that say more than what was to be found out. */
  texts: string[];
  reading: Reading;
  /** Of the half that weights and thresholds are chosen on; the other half is only scored. */
  isTaught: boolean;
};

type Abstract = { _id: string; sentences: string[] };
type Claim = { _id: string; text: string; metadata: Record<string, { sentences: number[]; label: string }[]> };
type Question = {
  QUESTION: string;
  CONTEXTS: string[];
  LABELS: string[];
  LONG_ANSWER: string;
  final_decision: Reading;
};

/** Whether a question or a claim is of the half that is learnt from: its id has an even SHA-256. */
export function isTaught(id: string): boolean {
  return (createHash('sha256').update(id).digest().at(-1) ?? 0) % 2 === 0;
}

/** Each question of PubMedQA twice: with the results of its abstract, and with the conclusion of its authors. @param data its folder */
export function pubmedqaTexts(data: string): LabelledTexts[] {
  const rows = JSON.parse(readText(join(data, 'pqal_dev500.json.gz'))) as Record<string, Question>;
  return Object.entries(rows).flatMap(([id, row]) => {
    const shared = {
      id,
      asked: { kind: 'question', text: row.QUESTION } as const,
      reading: row.final_decision,
      isTaught: isTaught(id),
    };
    return [
      { ...shared, part: 'results', texts: resultsOf(row).flatMap(sentencesOf).filter(isTelling) },
      { ...shared, part: 'conclusion', texts: sentencesOf(row.LONG_ANSWER).filter(isTelling) },
    ];
  });
}

/** Each claim of SciFact with the sentences of one abstract that bear it out or turn it down. @param data its folder */
export function scifactTexts(data: string): LabelledTexts[] {
  const abstracts = new Map(
    readRows<Abstract>(join(data, 'corpus.jsonl.gz')).map(({ _id, sentences }) => [_id, sentences]),
  );
  return readRows<Claim>(join(data, 'queries.jsonl')).flatMap(({ _id: id, text, metadata }) =>
    Object.entries(metadata).map(([paper, rationales]): LabelledTexts => {
      const places = new Set(rationales.flatMap(({ sentences }) => sentences));
      return {
        id,
        part: 'rationale',
        asked: { kind: 'claim', text },
        texts: (abstracts.get(paper) ?? []).filter((sentence, i) => places.has(i) && isTelling(sentence)),
        reading: rationales[0]?.label === 'SUPPORT' ? 'yes' : 'no',
        isTaught: isTaught(id),
      };
    }),
  );
}

/** The parts of an abstract that tell what came out; the last part where none is named so. */
function resultsOf({ CONTEXTS: contexts, LABELS: labels }: Question): string[] {
  const results = contexts.filter((_, i) => /result|finding|conclu/iu.test(labels[i] ?? ''));
  return results.length > 0 ? results : contexts.slice(-1);
}

function sentencesOf(text: string): string[] {
  return cutSentences(text, []).map(({ start, end }) => text.slice(start, end));
}
