import { mf, type ConformanceTest } from '../manifest.ts';
import type { TestFiles } from '../test-files.ts';

const query = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#query';

/**
 * The query of a test. The address of its file is what its relative IRIs stand on; over HTTP nobody knows the file, so
 * that the query says it itself, in a BASE before everything else.
 */
export function queryOf(files: TestFiles, { manifest, node }: ConformanceTest): string {
  const action = manifest.value(node, `${mf}action`);
  if (action === undefined) throw new Error('The manifest names no action.');
  const iri = manifest.text(action, query) ?? action.value;
  return `BASE <${iri}>\n${files.text(iri)}`;
}
