import { readFileSync } from 'node:fs';
import type { Answer } from '@askg/contract';
import {
  answerCrate,
  answerFormats,
  answerMediaTypes,
  type AnswerFormat,
  type Corpus,
  exportedAnswer,
  zipFiles,
} from '@askg/corpus';
import type { Offer } from '../http/media-types.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

type AnswerOffer = Offer & { format: AnswerFormat | 'json'; label: string };

const labels: Readonly<Record<AnswerFormat, string>> = {
  markdown: 'Markdown',
  csv: 'CSV',
  bibtex: 'BibTeX',
  ris: 'RIS',
  csl: 'CSL-JSON',
  jsonld: 'JSON-LD',
  'ro-crate': 'RO-Crate',
};

/** The forms of an answer, the first one by default. */
export const answerOffers: readonly AnswerOffer[] = [
  { format: 'json', label: 'JSON', mediaType: 'application/json', names: ['json'] },
  ...(Object.keys(labels) as AnswerFormat[]).map((format) => ({
    format,
    label: labels[format],
    mediaType: answerMediaTypes[format],
    names: [format],
  })),
];

/** An answer in one of its forms. */
export async function answerBody(
  corpus: Corpus,
  answer: Answer,
  format: AnswerOffer['format'],
): Promise<string | Uint8Array> {
  if (format === 'json') return JSON.stringify(answer);
  const exported = await exportedAnswer(corpus, answer);
  if (format !== 'ro-crate') return answerFormats[format](exported);
  // The day that the answer was given, so that the same answer makes the same bytes.
  return zipFiles(answerCrate(exported, { day: exported.at?.slice(0, 10) ?? '1970-01-01', version }));
}
