import type { Outcome } from '../outcome.ts';

const prologue = `@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix doap: <http://usefulinc.com/ns/doap#> .
@prefix earl: <http://www.w3.org/ns/earl#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
`;

const subject = 'https://w3id.org/askg';
const assertor = 'https://w3id.org/askg/conformance';

/**
 * The outcomes of the tests that ran as an EARL 1.0 report in Turtle, without dates, so that the same run gives the same
 * report.
 * @param version the version of askg
 */
export function earlReport(outcomes: readonly Outcome[], version: string): string {
  const ran = outcomes.filter(({ status }) => status !== 'left out');
  return [prologue, about(version), ...ran.map(assertion)].join('\n');
}

function about(version: string): string {
  return `<> foaf:primaryTopic <${subject}> ; dcterms:title "SPARQL 1.1 and SHACL Core tests of askg" .

<${subject}> a doap:Project, earl:Software, earl:TestSubject ;
  doap:name "askg" ;
  doap:programming-language "TypeScript" ;
  doap:implements <https://www.w3.org/TR/sparql11-query/>, <https://www.w3.org/TR/sparql11-protocol/>,
    <https://www.w3.org/TR/sparql11-service-description/>, <https://www.w3.org/TR/sparql11-results-json/>,
    <https://www.w3.org/TR/sparql11-results-csv-tsv/>, <https://www.w3.org/TR/rdf-sparql-XMLres/> ;
  doap:release [ doap:revision ${JSON.stringify(version)} ] .

<${assertor}> a earl:Software, earl:Assertor ; foaf:name "npm run conformance" .
`;
}

function assertion({ test, status, reason, note }: Outcome): string {
  const words = reason ?? note;
  const info = words === undefined ? '' : ` ; earl:info ${JSON.stringify(words)}`;
  return `[] a earl:Assertion ;
  earl:assertedBy <${assertor}> ;
  earl:subject <${subject}> ;
  earl:test <${test.iri}> ;
  earl:mode earl:automatic ;
  earl:result [ a earl:TestResult ; earl:outcome earl:${status === 'passed' ? 'passed' : 'failed'}${info} ] .
`;
}
