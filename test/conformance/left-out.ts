/** Tests of the suites that are not run, each with the reason. Written before the runner, so that it cannot follow the results. */
export type LeftOut = {
  /** Folder of the suite in the archive of the tests; folders below it are meant too. */
  suite: string;
  /** Only these tests of the suite, by the local name of their IRIs; absent: the whole suite. */
  tests?: readonly string[];
  reason: string;
};

const readOnly = 'SPARQL Update: the endpoint is read-only by design; papers change the graph, and nothing else does.';
const store = 'Graph Store Protocol: the endpoint is read-only by design, and a paper has an address of its own.';
const parsers = 'Parsers of RDF files, not the endpoint. The data of the other tests goes through the same parsers.';
const newer = 'The endpoint speaks SPARQL 1.1 and RDF 1.1, and its service description says so.';

export const leftOut: readonly LeftOut[] = [
  { suite: 'sparql/sparql11/add', reason: readOnly },
  { suite: 'sparql/sparql11/basic-update', reason: readOnly },
  { suite: 'sparql/sparql11/clear', reason: readOnly },
  { suite: 'sparql/sparql11/copy', reason: readOnly },
  { suite: 'sparql/sparql11/delete', reason: readOnly },
  { suite: 'sparql/sparql11/delete-data', reason: readOnly },
  { suite: 'sparql/sparql11/delete-insert', reason: readOnly },
  { suite: 'sparql/sparql11/delete-where', reason: readOnly },
  { suite: 'sparql/sparql11/drop', reason: readOnly },
  { suite: 'sparql/sparql11/move', reason: readOnly },
  { suite: 'sparql/sparql11/syntax-update-1', reason: readOnly },
  { suite: 'sparql/sparql11/syntax-update-2', reason: readOnly },
  { suite: 'sparql/sparql11/update-silent', reason: readOnly },
  {
    suite: 'sparql/sparql11/protocol',
    tests: [
      'update_dataset_default_graph',
      'update_dataset_default_graphs',
      'update_dataset_named_graphs',
      'update_dataset_full',
      'update_post_form',
      'update_post_direct',
      'update_base_uri',
      'bad_update_get',
      'bad_multiple_updates',
      'bad_update_wrong_media_type',
      'bad_update_missing_form_type',
      'bad_update_non_utf8',
      'bad_update_syntax',
      'bad_update_dataset_conflict',
    ],
    reason: `${readOnly} The tests of bad updates would pass for the wrong reason: every update is refused.`,
  },
  { suite: 'sparql/sparql11/graph-store-protocol', reason: store },
  { suite: 'sparql/sparql11/http-rdf-update', reason: store },
  {
    suite: 'sparql/sparql11/entailment',
    reason: 'Entailment regimes: the graph is queried as it is stored (simple entailment), as the description says.',
  },
  { suite: 'sparql/sparql12', reason: newer },
  { suite: 'rdf/rdf11', reason: parsers },
  { suite: 'rdf/rdf12', reason: newer },
  {
    suite: 'data-shapes-test-suite/tests/sparql',
    reason:
      'SHACL-SPARQL: the validator behind `askg verify` knows SHACL Core, and the shapes of askg use nothing else.',
  },
];
