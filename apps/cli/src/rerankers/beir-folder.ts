import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Document } from '@askg/contract';
import type { Judgements } from '@askg/retrieval';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';
import type { AskedQuestion } from './question-set.ts';

/** A test collection: documents, questions, and which documents answer which question, by the documents' ids. */
export type TestCollection = {
  name: string;
  documents: { id: string; title: string; text: string }[];
  questions: AskedQuestion[];
  judgements: Judgements;
};

const Row = z.object({ _id: z.coerce.string(), title: z.string().optional(), text: z.string() });

/**
 * Reads a folder in the form of BEIR: `corpus.jsonl` and `queries.jsonl`, both also as `.gz`, and tables of judgements in
 * `qrels`, of which those of the test part are passed over where there are others.
 * @throws CliError cli/unreadable
 */
export function readBeirFolder(folder: string): TestCollection {
  try {
    const documents = rows(folder, 'corpus.jsonl').map(({ _id, title = '', text }) => ({ id: _id, title, text }));
    const judgements = judgementsOf(join(folder, 'qrels'));
    const questions = rows(folder, 'queries.jsonl').flatMap(({ _id, text }) =>
      judgements.has(_id) ? [{ id: _id, text }] : [],
    );
    return { name: basename(folder), documents, questions, judgements };
  } catch (error) {
    const detail = `${folder} is no test collection in the form of BEIR: ${(error as Error).message}`;
    throw new CliError('cli/unreadable', detail, { cause: error });
  }
}

/** A document of a collection as a paper that has nothing but a title and an abstract. */
export function abstractOf({ title, text }: TestCollection['documents'][number], at: number): Document {
  return {
    schema: 'askg.document/1',
    format: 'jats',
    digest: '0'.repeat(64),
    title,
    abstract: [
      {
        id: 'abstract/p1',
        kind: 'text',
        sentences: [{ id: 'abstract/p1/t1', text, boxes: [], citations: [] }],
      },
    ],
    identifiers: { doi: `10.1000/d${at}` },
    keywords: [],
    contributors: [],
    sections: [],
    figures: [],
    tables: [],
    formulas: [],
    footnotes: [],
    references: [],
    findings: [],
  };
}

function judgementsOf(folder: string): Judgements {
  const files = readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  const open = files.filter((name) => name !== 'test.tsv');
  const judgements: Judgements = new Map();
  for (const file of open.length > 0 ? open : files) {
    for (const line of lines(readFileSync(join(folder, file), 'utf8')).slice(1)) {
      const [question = '', document = '', grade = ''] = line.split('\t');
      const judged = judgements.get(question) ?? new Map<string, number>();
      judgements.set(question, judged.set(document, Number(grade)));
    }
  }
  return judgements;
}

function rows(folder: string, name: string): z.infer<typeof Row>[] {
  const path = join(folder, name);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : gunzipSync(readFileSync(`${path}.gz`)).toString('utf8');
  return lines(text).map((line) => Row.parse(JSON.parse(line)));
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
