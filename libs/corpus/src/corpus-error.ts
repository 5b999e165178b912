import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'corpus/not-found': {
    title: 'There is no corpus in this folder',
    fix: 'Check ASKG_DATA, or make a corpus by `askg serve` or `askg ingest`.',
  },
  'corpus/exists': {
    title: 'There is a corpus in this folder already',
    fix: 'Choose another folder, or use the corpus that is there.',
  },
  'corpus/invalid-base': {
    title: 'The base IRI cannot be used',
    fix: 'Give an absolute http or https IRI that ends with a slash or a hash, such as http://localhost:3000/id/.',
  },
  'corpus/older-catalog': {
    title: 'The catalog was made by an older version',
    fix: 'Run any command that writes, such as `askg doctor`, with this version: it backs the catalog up and upgrades it.',
  },
  'corpus/newer-catalog': {
    title: 'The catalog was made by a newer version',
    fix: 'Use that version of askg, or restore a backup made by this one.',
  },
  'corpus/damaged-catalog': { title: 'The catalog is damaged', fix: 'Restore the newest backup (`askg restore DIR`).' },
  'corpus/damaged-graph': {
    title: 'A graph file is damaged',
    fix: 'Restore a backup, or read the paper again from its source; `askg verify` lists what is damaged.',
  },
  'corpus/missing-graph': {
    title: 'A graph file is missing',
    fix: 'Restore a backup, or read the paper again from its source.',
  },
  'corpus/damaged-source': {
    title: 'A source file is damaged or missing',
    fix: 'Ingest the original file again, which mends it, or restore a backup.',
  },
  'corpus/locked': {
    title: 'The corpus is in use',
    fix: 'Stop the processes named, then try again.',
  },
  'corpus/disk-full': {
    title: 'No space is left on the disk',
    fix: 'Free space on the disk of the corpus, then give the same command again.',
  },
  'corpus/read-only': {
    title: 'The corpus cannot be written to',
    fix: 'Give this user the right to write in the folder.',
  },
  'corpus/unknown-paper': { title: 'The corpus has no such paper', fix: 'See `askg papers` for the keys.' },
  'corpus/unknown-person': {
    title: 'The corpus has no such person',
    fix: 'See `askg people list` for the IRIs; they may change when papers come and go.',
  },
  'corpus/unknown-entity': {
    title: 'The corpus has no such entity',
    fix: 'Give IRIs of entities below their papers; they may change when papers are read again.',
  },
  'corpus/unknown-collection': {
    title: 'The corpus has no such collection',
    fix: 'See `askg collections` for their names; `askg collections add NAME KEY…` makes one.',
  },
  'corpus/invalid-collection': {
    title: 'A collection cannot have this name',
    fix: 'Use up to 64 lower-case letters, digits, hyphens and underscores, beginning with a letter or digit; not "all" or "none".',
  },
  'corpus/unknown-answer': {
    title: 'The corpus keeps no such answer',
    fix: 'See `askg answers` for the ids of those that are kept.',
  },
  'corpus/unknown-claim': {
    title: 'The answer has no such claim',
    fix: 'Give the position of a claim in the answer, from 0; without one, the answer as a whole is meant.',
  },
  'corpus/unknown-key': { title: 'There is no such API key', fix: 'See `askg keys` for their ids.' },
  'corpus/unknown-decision': {
    title: 'There is no such decision',
    fix: 'See `askg people decisions` for the numbers.',
  },
  'corpus/nothing-to-decide': {
    title: 'The decision would decide nothing',
    fix: 'Merge two people or more; of one person, split off some of the places where it is named, but not all.',
  },
  'corpus/invalid-status': {
    title: 'A paper cannot have this status',
    fix: 'Give retracted, withdrawn, expression-of-concern, corrected or none, a date as YYYY-MM-DD, and the notice as a DOI or address.',
  },
  'corpus/unknown-status': {
    title: 'Nothing was said of a status under this number',
    fix: 'See `askg papers status KEY` for the numbers.',
  },
  'corpus/unknown-feed': {
    title: 'The file is no feed of statuses',
    fix: 'Give the CSV file of Retraction Watch as it comes, or JSON lines with doi and status.',
  },
  'corpus/removed': {
    title: 'The paper was removed from the corpus',
    fix: 'Ingest it again with --restore-removed if it shall come back.',
  },
  'corpus/key-moved': {
    title: 'Another source of this paper was committed meanwhile',
    fix: 'Read the file again (`askg ingest retry`): it then joins the paper that came first.',
  },
  'corpus/unknown-commit': {
    title: 'The corpus has no such commit',
    fix: 'Use the newest commit; `gc` forgets the graphs of the earlier ones.',
  },
  'corpus/worker-lost': {
    title: 'The process that read the paper was lost twice',
    fix: 'The file probably needs more memory or time than allowed; look at it, then `askg ingest retry`.',
  },
  'corpus/damaged-backup': { title: 'The backup is not whole', fix: 'Use another backup; nothing was changed.' },
  'corpus/not-empty': { title: 'The target folder is not empty', fix: 'Give an empty or absent folder.' },
} as const satisfies Record<`corpus/${string}`, CodeText>;

export type CorpusErrorCode = keyof typeof codes;

/** Something the corpus cannot do; what is stored is as it was. */
export class CorpusError extends CodedError<CorpusErrorCode> {
  constructor(code: CorpusErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
