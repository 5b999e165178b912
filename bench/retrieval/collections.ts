import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type Judgements, parseJudgements } from '@askg/retrieval';

/** A test collection: documents, questions, and which documents answer which question. */
export type Collection = {
  name: string;
  documents: { id: string; title: string; text: string }[];
  questions: { id: string; text: string }[];
  judgements: Judgements;
};

/** Reads a folder that holds a collection in one of the known forms; undefined when it holds none. */
export function readCollection(folder: string): Collection | undefined {
  const name = basename(folder);
  if (existsSync(join(folder, 'corpus.jsonl.gz')) && existsSync(join(folder, 'qrels'))) return beir(folder, name);
  if (existsSync(join(folder, 'CISI.ALL.gz'))) return cisi(folder, name);
  if (existsSync(join(folder, 'cran.all.1400.xml.gz'))) return cranfield(folder, name);
  return undefined;
}

type BeirRow = { _id: string; title?: string; text: string };

function beir(folder: string, name: string): Collection {
  const rows = (text: string) => lines(text).map((line) => JSON.parse(line) as BeirRow);
  const judgements: Judgements = new Map();
  for (const file of readdirSync(join(folder, 'qrels'))) {
    for (const line of lines(readFileSync(join(folder, 'qrels', file), 'utf8')).slice(1)) {
      const [question = '', document = '', grade = ''] = line.split('\t');
      const judged = judgements.get(question) ?? new Map<string, number>();
      judgements.set(question, judged.set(document, Number(grade)));
    }
  }
  return {
    name,
    documents: rows(unzip(folder, 'corpus.jsonl.gz')).map(({ _id, title = '', text }) => ({ id: _id, title, text })),
    questions: rows(readFileSync(join(folder, 'queries.jsonl'), 'utf8')).map(({ _id, text }) => ({ id: _id, text })),
    judgements,
  };
}

function cisi(folder: string, name: string): Collection {
  const judgements: Judgements = new Map();
  for (const line of lines(unzip(folder, 'CISI.REL.gz'))) {
    const [question = '', document = ''] = line.trim().split(/\s+/);
    const judged = judgements.get(question) ?? new Map<string, number>();
    judgements.set(question, judged.set(document, 1));
  }
  return {
    name,
    documents: smart(unzip(folder, 'CISI.ALL.gz')).map(({ id, fields }) => ({
      id,
      title: fields['T'] ?? '',
      text: fields['W'] ?? '',
    })),
    questions: smart(unzip(folder, 'CISI.QRY.gz')).map(({ id, fields }) => ({ id, text: fields['W'] ?? '' })),
    judgements,
  };
}

/** Records of the SMART format: `.I` and a number, then fields of one letter. */
function smart(text: string): { id: string; fields: Record<string, string> }[] {
  return text
    .split(/^\.I /m)
    .slice(1)
    .map((record) => {
      const [id = '', ...rest] = record.split('\n');
      const fields: Record<string, string> = {};
      for (const part of rest.join('\n').split(/^\./m).slice(1)) {
        fields[part[0] ?? ''] = part.slice(1).trim().replaceAll(/\s+/g, ' ');
      }
      return { id: id.trim(), fields };
    });
}

/** The judgements number the questions by their order in the file, not by the numbers they carry. */
function cranfield(folder: string, name: string): Collection {
  const part = (record: string, tag: string) =>
    (new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(record)?.[1] ?? '').trim().replaceAll(/\s+/g, ' ');
  const records = (text: string, tag: string) => text.split(`<${tag}>`).slice(1);
  return {
    name,
    documents: records(unzip(folder, 'cran.all.1400.xml.gz'), 'doc').map((record) => ({
      id: part(record, 'docno'),
      title: part(record, 'title'),
      text: part(record, 'text'),
    })),
    questions: records(unzip(folder, 'cran.qry.xml.gz'), 'top').map((record, i) => ({
      id: String(i + 1),
      text: part(record, 'title'),
    })),
    judgements: parseJudgements(unzip(folder, 'cranqrel.trec.txt.gz')),
  };
}

function unzip(folder: string, file: string): string {
  return gunzipSync(readFileSync(join(folder, file))).toString('utf8');
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}
