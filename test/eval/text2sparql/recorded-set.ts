import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Input } from './question-set.ts';

/** Questions with queries whose graph is not there. */
export type RecordedSet = {
  name: string;
  /** Queries of the training split, with their questions. */
  known: readonly RecordedQuery[];
  inputs: readonly Input[];
  /** Opens the gold queries by id: called after everything was predicted. */
  gold: () => ReadonlyMap<string, string>;
};
export type RecordedQuery = { question: string; sparql: string };

type Challenge = { questions: { id: string; question: { string: string }; query: { sparql: string } }[] };

const orkg =
  'PREFIX orkgp: <http://orkg.org/orkg/predicate/> PREFIX orkgc: <http://orkg.org/orkg/class/> PREFIX orkgr: <http://orkg.org/orkg/resource/> ';

/** The splits of SciQA or DBLP-QuAD in the form of the Scholarly QALD challenge; nothing for other folders. */
export function readRecordedSet(folder: string): RecordedSet | undefined {
  const valid = join(folder, 'valid', 'questions.json.gz');
  if (!existsSync(valid)) return undefined;
  const isOrkg = existsSync(join(folder, 'train', 'questions.json.gz'));
  const whole = (sparql: string) => (isOrkg ? orkg + sparql : sparql);
  const read = (file: string) => (JSON.parse(unzipped(file)) as Challenge).questions;
  const known = isOrkg
    ? read(join(folder, 'train', 'questions.json.gz')).map(({ question, query }) => ({
        question: question.string,
        sparql: whole(query.sparql),
      }))
    : linesOf(join(folder, 'train.jsonl.gz'));
  return {
    name: basename(folder),
    known,
    inputs: read(valid).map(({ id, question }) => ({ id, question: question.string })),
    gold: () => new Map(read(valid).map(({ id, query }) => [id, whole(query.sparql)])),
  };
}

function linesOf(file: string): RecordedQuery[] {
  return unzipped(file)
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordedQuery);
}

export function unzipped(file: string): string {
  return gunzipSync(readFileSync(file)).toString('utf8');
}
