import { GraphError, type QueryForm, type QueryStructure, queryStructure } from '@askg/graph';
import type { Vocabulary } from '../linking/vocabulary.ts';
import { checkSchema, type SchemaFinding } from './check-schema.ts';
import { repairText } from './repair-text.ts';

export type ValidQuery = {
  isValid: true;
  text: string;
  form: QueryForm;
  projected: readonly string[];
  /** What was mended, in words. */
  repairs: readonly string[];
};
export type InvalidQuery = { isValid: false; text: string; reasons: readonly string[] };

/**
 * Checks a query before it runs: the guard, then the schema of the graph. Only SELECT and ASK answer questions.
 * @param mend whether slips of form may be mended: misplaced clauses, open groups, edges that are read the wrong way,
 * columns that nothing binds. The planner's queries need none, and get none.
 */
export function validateQuery(
  text: string,
  vocabulary: Vocabulary,
  { mend }: { mend: boolean },
): ValidQuery | InvalidQuery {
  const parsed = parse(text) ?? (mend ? parse(repairText(text)) : undefined);
  if (parsed === undefined) return { isValid: false, text, reasons: [whyNot(text)] };
  const repairs = parsed.text === text || parse(text) !== undefined ? [] : ['clauses were put where they belong'];
  const findings = checkSchema(parsed, vocabulary);
  const mended = mend && findings.length > 0 ? mendStructure(parsed, findings, vocabulary) : undefined;
  const structure = mended?.structure ?? parsed;
  const left = mended?.findings ?? findings;
  if (structure.form !== 'select' && structure.form !== 'ask') {
    return {
      isValid: false,
      text: structure.text,
      reasons: [`a ${structure.form.toUpperCase()} query does not give rows`],
    };
  }
  if (left.length > 0) return { isValid: false, text: structure.text, reasons: left.map(inWords) };
  return {
    isValid: true,
    text: structure.text,
    form: structure.form,
    projected: structure.projected,
    repairs: [...repairs, ...(mended?.repairs ?? [])],
  };
}

function parse(text: string): QueryStructure | undefined {
  try {
    return queryStructure(text);
  } catch (error) {
    if (error instanceof GraphError) return undefined;
    throw error;
  }
}

function whyNot(text: string): string {
  try {
    queryStructure(text);
    return 'the query cannot be read';
  } catch (error) {
    return error instanceof GraphError ? error.message : String(error);
  }
}

type Mended = { structure: QueryStructure; findings: SchemaFinding[]; repairs: string[] };

function mendStructure(
  { text, projected }: QueryStructure,
  findings: readonly SchemaFinding[],
  vocabulary: Vocabulary,
): Mended | undefined {
  const repairs: string[] = [];
  const turned = findings.flatMap((finding) =>
    finding.kind === 'impossible' && finding.isReversed && finding.triple.at !== undefined ? [finding.triple.at] : [],
  );
  let mended = text;
  // One of two contradicting triples is enough to turn; the first is tried, from the end so that offsets stay right.
  for (const at of turned.slice(0, 1)) {
    mended = `${mended.slice(0, at)}^${mended.slice(at)}`;
    repairs.push('an edge was turned round');
  }
  const unbound = findings.flatMap((finding) => (finding.kind === 'unbound' ? [finding.variable] : []));
  if (unbound.length > 0 && unbound.length < projected.length) {
    for (const variable of unbound) mended = mended.replace(new RegExp(`\\?${variable}\\b`, 'u'), '');
    repairs.push('columns that nothing binds were left out');
  }
  const structure = repairs.length === 0 ? undefined : parse(mended);
  return structure === undefined ? undefined : { structure, findings: checkSchema(structure, vocabulary), repairs };
}

function inWords(finding: SchemaFinding): string {
  switch (finding.kind) {
    case 'unknown-property':
      return `the graph has no property <${finding.iri}>`;
    case 'unknown-class':
      return `the graph has no things of the class <${finding.iri}>`;
    case 'impossible':
      return `no thing can meet the triple with <${finding.triple.property}>`;
    default:
      return `nothing binds ?${finding.variable}`;
  }
}
