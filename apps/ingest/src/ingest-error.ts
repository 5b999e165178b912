import { CodedError, type CodeText } from '@askg/contract';

/** Every code of this package, with what it means and what to do next. */
const codes = {
  'ingest/not-found': {
    title: 'There is no such file or folder',
    fix: 'Check the path; nothing was read.',
  },
  'ingest/unreadable': {
    title: 'The file cannot be read',
    fix: 'Give this user the right to read it, then give the same command again.',
  },
  'ingest/not-a-file': {
    title: 'This is neither a file nor a folder',
    fix: 'Copy what it holds into a file, and give that.',
  },
  'ingest/cannot-watch': {
    title: 'The folder cannot be watched',
    fix: 'Give --poll SECONDS, which looks at every file; on Linux the limit is fs.inotify.max_user_watches.',
  },
  'ingest/not-divided': {
    title: 'The file takes too much to be divided into its papers',
    fix: 'Divide it yourself, and give one file for each paper.',
  },
  'ingest/grobid-unreachable': {
    title: 'The GROBID service cannot be reached',
    fix: 'Start it, or correct GROBID_URL; then give the file again with --again.',
  },
  'ingest/grobid-refused': {
    title: 'The GROBID service could not read the file',
    fix: 'See what it answered, and its log.',
  },
  'ingest/grobid-timeout': {
    title: 'The GROBID service took too long',
    fix: 'Give it more threads, or read with fewer workers (ASKG_WORKERS); then give the file again with --again.',
  },
  'ingest/grobid-unusable': {
    title: 'The GROBID service gave an answer that cannot be used',
    fix: 'Check that GROBID_URL is that of a GROBID service of version 0.7 or later.',
  },
  'ingest/no-chat-model': {
    title: 'No chat model is set up',
    fix: 'Set ASKG_CHAT_MODEL, and OPENAI_BASE_URL or OPENAI_API_KEY beside it; or leave --enrich llm out.',
  },
  'ingest/unusable-suggestions': {
    title: 'The chat model gave no suggestions that can be used',
    fix: 'Give the same command again, or choose a model that keeps to a JSON schema.',
  },
  'ingest/invalid-prompt': {
    title: 'A prompt file is damaged',
    fix: 'Install askg again: the file named belongs to it.',
  },
  'ingest/invalid-document': {
    title: 'The reader made a document that breaks its own rules',
    fix: 'This is a mistake of askg: please report it with the file.',
  },
  'ingest/reader-failed': {
    title: 'The reader made a mistake',
    fix: 'This is a mistake of askg: please report it with the file.',
  },
  'ingest/no-worker': {
    title: 'The processes that read papers cannot be started',
    fix: 'Run `askg doctor`; the message says how they ended.',
  },
} as const satisfies Record<`ingest/${string}`, CodeText>;

export type IngestErrorCode = keyof typeof codes;

/** A file that could not be taken, or a run that could not go on. */
export class IngestError extends CodedError<IngestErrorCode> {
  constructor(code: IngestErrorCode, detail: string, options?: ErrorOptions) {
    super(code, codes[code], detail, options);
  }
}
