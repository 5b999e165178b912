import { readFileSync } from 'node:fs';
import { Question } from '@askg/contract';
import type { Judgements, PassageIndex } from '@askg/retrieval';
import { z } from 'zod';
import { CliError } from '../cli-error.ts';

/** A question to search for. */
export type AskedQuestion = { id: string; text: string };

/** Questions, and by their ids what answers them: passages by IRI, or papers by key, each with a grade. */
export type QuestionSet = {
  name: string;
  finds: 'passage' | 'paper';
  questions: readonly AskedQuestion[];
  judgements: Judgements;
  /** Questions of the file that say no sentence, or one that no paper here holds. */
  leftOut: number;
};

/** Questions that are kept for the last measurement, by the convention of the demo's set. */
const heldOut = 'test-';
/** Passages among which that with a known sentence is looked for; it holds all its words, and stands near the front. */
const looked = 30;

/** Reads a file of questions; those that are held out are passed over. @throws CliError cli/unreadable */
export function readQuestions(path: string): Question[] {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new CliError('cli/unreadable', `${path}: ${(error as Error).message}.`, { cause: error });
  }
  const open = Array.isArray(value) ? value.filter((each) => !isHeldOut(each)) : value;
  const parsed = z.array(Question).safeParse(open);
  if (!parsed.success) throw new CliError('cli/unreadable', `${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** The questions whose expected sentences stand in indexed passages. */
export async function questionsOfCorpus(
  name: string,
  questions: readonly Question[],
  index: PassageIndex,
): Promise<QuestionSet> {
  const judgements: Judgements = new Map();
  const asked: AskedQuestion[] = [];
  for (const { id, question, expect } of questions) {
    const found = await passagesWith(expect.sentences ?? [], index);
    if (found.length === 0) continue;
    judgements.set(id, new Map(found.map((iri) => [iri, 1])));
    asked.push({ id, text: question });
  }
  return { name, finds: 'passage', questions: asked, judgements, leftOut: questions.length - asked.length };
}

async function passagesWith(
  sentences: readonly { paper: string; text: string }[],
  index: PassageIndex,
): Promise<string[]> {
  const found = new Set<string>();
  for (const { paper, text } of sentences) {
    const hits = await index.searchWords(text, { limit: looked, filter: { papers: new Set([paper]) } });
    for (const { passage } of hits) if (plain(passage.text).includes(plain(text))) found.add(passage.iri);
  }
  return [...found];
}

function isHeldOut(value: unknown): boolean {
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'string' && id.startsWith(heldOut);
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
