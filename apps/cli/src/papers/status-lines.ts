import { type PublicationStatus, type StatusStatement, statusWords } from '@askg/contract';
import { byDocument, byHand, type ChangedStanding, type FeedReport, type LoggedStatus } from '@askg/corpus';
import { count } from '../shell/quantities.ts';

/** `retracted 2021-03-04, says Retraction Watch: Error in Data. https://doi.org/…` */
export function statusLine(status: PublicationStatus): string {
  return `${statusWords(status)}${detailsOf(status)}`;
}

/** What has become of a paper since an answer that quotes it was given. */
export function changeLine({ title, before, now }: ChangedStanding): string {
  const [then, since] = [before, now].map((status) => (status ? statusWords(status) : 'in good standing'));
  return `Note: ${title} is ${since} now; it was ${then} when this was answered.`;
}

/** An entry of the log, as it was said. */
export function entryCells({ id, recorded, work, ...said }: LoggedStatus): string[] {
  const status = said.status === 'none' ? 'in good standing' : statusWords({ status: said.status });
  return [String(id), recorded.slice(0, 10), work, `${status}${detailsOf(said)}`];
}

/** Who says what, where it is no feed. The document may be the paper itself, or a notice about it. */
const sayers = new Map([
  [byHand, 'somebody here'],
  [byDocument, 'a document'],
]);

function detailsOf({ date, source, reason, notice }: Omit<StatusStatement, 'status'> & { source: string }): string {
  return [
    date === undefined ? '' : ` ${date}`,
    `, says ${sayers.get(source) ?? source}`,
    reason === undefined ? '' : `: ${reason}`,
    notice === undefined ? '' : `. ${notice}`,
  ].join('');
}

/** What came of reading a feed, in a few lines; rows that were not understood stand elsewhere. */
export function feedLines({
  source,
  rows,
  matched,
  unknown,
  unnamed,
  malformed,
  added,
  isStopped,
}: FeedReport): string[] {
  return [
    `${source}: ${count(rows, 'row')} read${isStopped ? ' before it was stopped' : ''}, ${added} with something new.`,
    `${count(matched.length, 'row')} about papers of the corpus, ${unknown.length} about other works, ` +
      `${unnamed.length} without DOI and PubMed id, ${malformed.length} not understood.`,
    ...matched
      .filter(({ isNew }) => isNew)
      .slice(0, shownRows)
      .map(({ line, key }) => `line ${line}: ${key}`),
    ...(matched.length > shownRows ? ['--json lists all of them.'] : []),
  ];
}

/** Rows that are printed; a feed may have tens of thousands. */
export const shownRows = 20;
