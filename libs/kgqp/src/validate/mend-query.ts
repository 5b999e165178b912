import { GraphError, type QueryStructure, queryStructure } from '@askg/graph';
import { escapeRegExp } from '../escape-reg-exp.ts';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { checkSchema } from './check-schema.ts';
import { namesake } from './nearest-terms.ts';
import type { SchemaFinding } from './schema-finding.ts';

/** Rows that a query may give that says nothing of how many it wants. */
const usualLimit = 1000;

export type Mended = {
  structure: QueryStructure;
  findings: readonly SchemaFinding[];
  repairs: readonly string[];
  /** The limit that was added. */
  limit?: number;
};

/**
 * Mends what is wrong in a way that leaves one thing it can mean: a name of the wrong namespace, an edge that is read the
 * wrong way, a column that nothing binds. Each mending is kept only when the query has fewer faults after it. Rows without a
 * limit get one.
 */
export function mendQuery(structure: QueryStructure, vocabulary: Vocabulary): Mended {
  let mended: Mended = { structure, findings: checkSchema(structure, vocabulary), repairs: [] };
  for (const mend of [rename, turnRound, leaveOut]) {
    const changed = mend(mended, vocabulary);
    const next = changed && readStructure(changed.text);
    if (changed === undefined || next === undefined) continue;
    const findings = checkSchema(next, vocabulary);
    if (findings.length >= mended.findings.length) continue;
    mended = { structure: next, findings, repairs: [...mended.repairs, changed.repair] };
  }
  return withLimit(mended);
}

/** The structure of a query that the guard lets pass. */
export function readStructure(text: string): QueryStructure | undefined {
  try {
    return queryStructure(text);
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}

type Change = { text: string; repair: string };

function rename({ structure, findings }: Mended, vocabulary: Vocabulary): Change | undefined {
  const names = findings.flatMap((finding): (readonly [string, string])[] => {
    if (finding.kind !== 'unknown-property' && finding.kind !== 'unknown-class') return [];
    const known = namesake(finding.iri, finding.kind === 'unknown-class' ? 'class' : 'property', vocabulary);
    return known === undefined ? [] : [[finding.iri, known]];
  });
  if (names.length === 0) return undefined;
  let { text } = structure;
  for (const [wrong, right] of names) text = replaceIri(text, wrong, right);
  return { text, repair: 'names of the wrong namespace were replaced' };
}

/** Replaces an IRI where it is written in full or with a prefix that the query declares. */
function replaceIri(text: string, wrong: string, right: string): string {
  const prefixes = [...text.matchAll(/PREFIX\s+([\w-]*:)\s*<([^>]*)>/giu)];
  const short = prefixes.flatMap(([, prefix = '', namespace = '']) =>
    namespace !== '' && wrong.startsWith(namespace) ? [`${prefix}${wrong.slice(namespace.length)}`] : [],
  );
  const written = [`<${wrong}>`, ...short].map(escapeRegExp).join('|');
  return text.replaceAll(new RegExp(`(?<![\\w:])(?:${written})(?![\\w:-])`, 'gu'), () => `<${right}>`);
}

function turnRound({ structure: { text }, findings }: Mended): Change | undefined {
  // One of two contradicting triples is enough to turn.
  const at = findings.flatMap((finding) =>
    finding.kind === 'impossible' && finding.isReversed && finding.triple.at !== undefined ? [finding.triple.at] : [],
  )[0];
  return at === undefined
    ? undefined
    : { text: `${text.slice(0, at)}^${text.slice(at)}`, repair: 'an edge was turned round' };
}

function leaveOut({ structure: { text, projected }, findings }: Mended): Change | undefined {
  const unbound = findings.flatMap((finding) => (finding.kind === 'unbound' ? [finding.variable] : []));
  if (unbound.length === 0 || unbound.length === projected.length) return undefined;
  let mended = text;
  for (const variable of unbound) mended = mended.replace(new RegExp(`\\?${escapeRegExp(variable)}\\b`, 'u'), '');
  return { text: mended, repair: 'columns that nothing binds were left out' };
}

function withLimit(mended: Mended): Mended {
  const { structure } = mended;
  if (structure.isBounded || structure.form !== 'select') return mended;
  const limited = readStructure(`${structure.text.trimEnd()}\nLIMIT ${usualLimit}`);
  if (limited === undefined) return mended;
  return { ...mended, structure: limited, limit: usualLimit };
}
