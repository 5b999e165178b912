import type { Term } from '@rdfjs/types';
import { shaclReport } from '../../../libs/ddm/src/validate/shacl-report.ts';
import { mf, type ConformanceTest } from '../manifest.ts';
import { RdfGraph } from '../rdf-graph.ts';
import { compare } from '../results/compare.ts';
import { plainLiteral } from '../results/plain-literal.ts';
import type { QueryOutcome, Row } from '../results/result-set.ts';
import type { TestFiles } from '../test-files.ts';

const sh = 'http://www.w3.org/ns/shacl#';
const sht = 'http://www.w3.org/ns/shacl-test#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** What of a result the suite compares, beside its path. */
const compared = [
  'focusNode',
  'resultSeverity',
  'sourceConstraint',
  'sourceConstraintComponent',
  'sourceShape',
  'value',
];

/** SHACL: the validator that `askg verify` uses, on the data and the shapes of the test; its report has to be the expected one. */
export async function runShacl(files: TestFiles, { manifest, node }: ConformanceTest): Promise<string | undefined> {
  const action = manifest.value(node, `${mf}action`);
  const expected = manifest.value(node, `${mf}result`);
  const [data, shapes] = ['dataGraph', 'shapesGraph'].map((name) => action && manifest.text(action, `${sht}${name}`));
  if (expected === undefined || data === undefined || shapes === undefined) return 'The manifest is not complete.';
  const report = await shaclReport({ data: await files.quads(data), shapes: await files.quads(shapes) });
  const graph = new RdfGraph(report);
  const [root] = graph.subjectsOfType(`${sh}ValidationReport`);
  if (root === undefined) return 'There is no report.';
  const conforms = graph.text(root, `${sh}conforms`);
  if (conforms !== manifest.text(expected, `${sh}conforms`)) return `sh:conforms is ${conforms}.`;
  const verdict = compare(resultsOf(graph, root), resultsOf(manifest, expected));
  return verdict.is === 'different' ? verdict.how : undefined;
}

/** Each result as a row. A path is equivalent to another when it is built the same way, whose nodes ever it is made of. */
function resultsOf(graph: RdfGraph, root: Term): QueryOutcome {
  const rows = graph.values(root, `${sh}result`).map((result): Row => {
    const path = graph.value(result, `${sh}resultPath`);
    const fields = compared.flatMap((name) => {
      const value = graph.value(result, `${sh}${name}`);
      return value === undefined ? [] : [[name, value] as const];
    });
    return {
      ...Object.fromEntries(fields),
      ...(path === undefined ? {} : { path: plainLiteral(pathWords(graph, path)) }),
    };
  });
  return { kind: 'rows', rows };
}

function pathWords(graph: RdfGraph, node: Term): string {
  if (node.termType !== 'BlankNode') return `<${node.value}>`;
  if (graph.value(node, `${rdf}first`) !== undefined) {
    return `(${graph
      .list(node)
      .map((member) => pathWords(graph, member))
      .join(' ')})`;
  }
  const parts = graph.about(node).map(({ predicate, object }) => `${predicate.value} ${pathWords(graph, object)}`);
  return `[${parts.toSorted().join('; ')}]`;
}
