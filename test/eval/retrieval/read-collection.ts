import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { abstractOf, keyOf } from '../../../bench/retrieval/bench-library.ts';
import { readCollection as readAbstracts } from '../../../bench/retrieval/collections.ts';
import type { Collection } from './collection.ts';
import { csfcube } from './csfcube.ts';
import { demoCollection } from './demo-collection.ts';
import { qasper } from './qasper.ts';

/** Reads a folder that holds a collection in one of the known forms. @throws Error when it holds none */
export async function readCollection(folder: string): Promise<Collection> {
  const collection = csfcube(folder) ?? qasper(folder) ?? abstracts(folder);
  if (collection) return collection;
  if (existsSync(join(folder, 'papers')) && existsSync(join(folder, 'questions.json'))) return demoCollection(folder);
  throw new Error(`There is no test collection of a known form in ${folder}.`);
}

/** SciFact in BEIR form, CISI, Cranfield: which abstracts answer a question. */
function abstracts(folder: string): Collection | undefined {
  const read = readAbstracts(folder);
  if (!read) return undefined;
  return {
    name: read.name,
    finds: 'paper',
    papers: read.documents.map(({ id, title, text }) => abstractOf(id, title, text === '' ? [] : [text])),
    questions: read.questions,
    judgements: () =>
      new Map(
        [...(readAbstracts(folder)?.judgements ?? [])].map(([question, judged]) => [
          question,
          new Map([...judged].map(([document, grade]) => [keyOf(document), grade])),
        ]),
      ),
  };
}
