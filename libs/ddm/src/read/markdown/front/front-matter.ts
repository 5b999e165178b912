import { parseDocument } from 'yaml';

export type FrontMatter = {
  fields: Readonly<Record<string, unknown>>;
  /** The text behind it. */
  body: string;
  /** What is wrong with the YAML, and how many characters could not be taken. */
  fault?: { message: string; characters: number };
};

/** No front matter is longer; in characters. */
const longest = 200_000;

/** Cuts off and parses the YAML between lines of dashes at the beginning of a file. */
export function takeFrontMatter(source: string): FrontMatter {
  const match = /^\s*---[ \t]*\n([\s\S]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source.slice(0, longest));
  const yaml = match?.[1];
  if (!match || yaml === undefined) return { fields: {}, body: source };
  const body = source.slice(match[0].length);
  try {
    const document = parseLeniently(yaml);
    const fields: unknown = document.toJS({ maxAliasCount: 100 });
    const error = document.errors[0]?.message.split('\n', 1)[0];
    if (fields === null || typeof fields !== 'object' || Array.isArray(fields)) {
      // Text between two lines of dashes that is no list of fields is text.
      return { fields: {}, body: source };
    }
    return {
      fields: fields as Record<string, unknown>,
      body,
      ...(error === undefined ? {} : { fault: { message: error, characters: yaml.length } }),
    };
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : 'cannot be read';
    return { fields: {}, body, fault: { message, characters: yaml.length } };
  }
}

/** Authors write `title: Name: what it does` without the quotation marks that YAML wants around a second colon. */
function parseLeniently(yaml: string): ReturnType<typeof parseDocument> {
  const options = { uniqueKeys: false, logLevel: 'silent' } as const;
  const document = parseDocument(yaml, options);
  if (document.errors.length === 0) return document;
  const quoted = yaml.replaceAll(
    /^([A-Za-z][\w-]*:[ \t]+)(?![\s'"[{|>&*!#])(.*:[ \t].*)$/gm,
    (_, key: string, value: string) => key + JSON.stringify(value.trim()),
  );
  const second = parseDocument(quoted, options);
  return second.errors.length === 0 ? second : document;
}

/** A field as one line of text; lists and objects are none. */
export function textField(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/g, ' ').trim() : '';
}

/** A field that may be one thing or a list. */
export function listField(value: unknown): unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}
