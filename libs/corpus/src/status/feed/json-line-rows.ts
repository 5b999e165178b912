import { StatusFeedLine } from '@askg/contract';
import { CorpusError } from '../../corpus-error.ts';
import { plainDoi, statementOf } from '../statement-of.ts';
import { faultOf, type FeedRow } from './feed-row.ts';

/** More code units than any line has. */
const longestLine = 262_144;

/** The rows of a feed of JSON lines: `{"doi": "10.…", "status": "retracted", "date"?, "notice"?, "reason"?}`. */
export async function* jsonLineRows(text: AsyncIterable<string>): AsyncGenerator<FeedRow, void> {
  let line = 0;
  for await (const written of lines(text)) {
    line += 1;
    if (written.trim() !== '') yield { line, ...rowOf(written) };
  }
}

function rowOf(written: string): { fault: string } | { works: string[]; said: ReturnType<typeof statementOf> } {
  if (written.length > longestLine) return { fault: 'The line is too long.' };
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return { fault: 'The line is not JSON.' };
  }
  const { data, error } = StatusFeedLine.safeParse(value);
  if (error) return { fault: error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ') };
  const doi = plainDoi(data.doi);
  if (doi === undefined) return faultOf('doi', data.doi);
  try {
    return { works: [`doi:${doi}`], said: statementOf(data) };
  } catch (fault) {
    if (fault instanceof CorpusError) return { fault: fault.message };
    throw fault;
  }
}

/** The lines of a text; of one that does not end only as much is kept as shows that it is too long. */
async function* lines(text: AsyncIterable<string>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of text) {
    const [first = '', ...others] = chunk.split(/\r?\n/);
    rest = rest.length > longestLine ? rest : rest + first;
    for (const next of others) {
      yield rest;
      rest = next;
    }
  }
  yield rest;
}
