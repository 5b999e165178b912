import { ddm, rdf, rdfs } from '@askg/ddm';
import { type GraphStore, type Pattern, type QueryOptions, writeQuery } from '@askg/graph';
import type { LabelIndexes } from '../linking/label-indexes.ts';
import type { Lexicon } from '../linking/lexicon.ts';
import { selectRows } from '../linking/select-rows.ts';
import { runQuery } from '../planner/run-query.ts';
import type { GraphField } from './graph-field.ts';
import { namedPapers } from './paper-names.ts';
import type { FieldValues, NamedPapers, PaperFacts, PaperOptions } from './paper-facts.ts';

export type GraphPaperFactsParts = {
  store: GraphStore;
  labels: LabelIndexes;
  lexicon: Lexicon;
  /** How to ask the store for whoever asks. */
  queryOptions: (options: PaperOptions) => QueryOptions;
};

/** How long a question waits for the label index to catch up with a new commit. */
const patienceMs = 300;

/** What a graph store knows of papers. */
export class GraphPaperFacts implements PaperFacts {
  readonly #parts: GraphPaperFactsParts;

  constructor(parts: GraphPaperFactsParts) {
    this.#parts = parts;
  }

  async named(text: string, options: PaperOptions = {}): Promise<NamedPapers> {
    const { store, labels, lexicon, queryOptions } = this.#parts;
    const { index } = await labels.current(patienceMs);
    const named = namedPapers(text, index, lexicon);
    if (named.unknown.length === 0) return named;
    const { rows } = await selectRows(store, solutionsQuery(named.unknown), queryOptions(options));
    const solved = named.unknown.flatMap((said) => {
      const papers = rows
        .filter(({ name }) => name?.value === nameOf(said))
        .flatMap((row) => row['paper']?.value ?? []);
      const [iri, ...others] = new Set(papers);
      return iri === undefined || others.length > 0 ? [] : [{ iri, said }];
    });
    const known = new Set(solved.map(({ said }) => said));
    return {
      papers: [...named.papers, ...solved],
      unknown: named.unknown.filter((said) => !known.has(said)),
    };
  }

  /** @throws GraphError when the store cannot answer anything */
  async fields(
    papers: readonly string[],
    fields: readonly GraphField[],
    options: PaperOptions = {},
  ): Promise<FieldValues> {
    const { deadlineMs } = options;
    const { run, selected } = await runQuery(
      this.#parts.store,
      fieldsQuery(papers, fields),
      { kind: 'fact', origin: 'planner', relaxed: [] },
      { ...this.#parts.queryOptions(options), ...(deadlineMs === undefined ? {} : { deadlineMs }) },
    );
    const values = (selected?.rows ?? []).flatMap(({ paper, field, node, value }) =>
      paper && field && value ? [{ paper: paper.value, field: field.value, node: (node ?? paper).value, value }] : [],
    );
    return { run, values };
  }
}

const paper = { variable: 'paper' };

/** A name without the article before it. */
function nameOf(said: string): string {
  return said.replace(/^(?:the|an?)\s+/iu, '');
}

/** The papers whose own contribution bears one of these names: a tool that its title does not say. */
function solutionsQuery(unknown: readonly string[]): string {
  const solution = { variable: 'solution' };
  const patterns: Pattern[] = [
    { subject: paper, path: { iri: rdf.type }, object: { iri: ddm.Paper } },
    { subject: solution, path: { iri: ddm.entityType }, object: { iri: ddm['type-solution'] } },
    { subject: solution, path: { iri: rdfs.label }, object: { variable: 'name' } },
  ];
  return writeQuery({
    distinct: true,
    project: ['name', 'paper'],
    where: [
      { values: ['name'], rows: [...new Set(unknown.map(nameOf))].map((literal) => [{ literal }]) },
      { graph: 'graph', patterns },
    ],
  });
}

/** One query for all: a row for each value, with the paper and the name of the field. */
function fieldsQuery(papers: readonly string[], fields: readonly GraphField[]): string {
  const values: Pattern = { values: ['paper'], rows: papers.map((iri) => [{ iri }]) };
  return writeQuery({
    project: ['paper', 'field', 'node', 'value'],
    where: [
      { union: fields.map((field) => [...branch(field, values), { bind: { literal: field.name }, as: 'field' }]) },
    ],
    orderBy: ['paper', 'field', 'node', 'value'].map((variable) => ({ by: { variable } })),
  });
}

function branch({ node, value, isCounted, entityType }: GraphField, values: Pattern): Pattern[] {
  if (entityType !== undefined) {
    const entity = { variable: 'node' };
    const patterns: Pattern[] = [
      { subject: paper, path: { iri: rdf.type }, object: { iri: ddm.Paper } },
      { subject: entity, path: { iri: ddm.entityType }, object: { iri: entityType } },
      { subject: entity, path: value, object: { variable: 'value' } },
    ];
    return [values, { graph: 'graph', patterns }];
  }
  if (isCounted === true) {
    const counted = { aggregate: 'COUNT', of: { variable: 'counted' }, distinct: true } as const;
    return [
      {
        select: {
          project: ['paper', { expression: counted, as: 'value' }],
          where: [values, { subject: paper, path: value, object: { variable: 'counted' } }],
          groupBy: ['paper'],
        },
      },
    ];
  }
  const end = { variable: 'value' };
  if (node === undefined) return [values, { subject: paper, path: value, object: end }];
  return [
    values,
    { subject: paper, path: node, object: { variable: 'node' } },
    { subject: { variable: 'node' }, path: value, object: end },
  ];
}
