/** Class of what has a property and, where its values are things, of what it leads to: by property, as the two graphs publish it. */
export const recordedSchemas: Readonly<Record<string, readonly [from: string, to?: string]>> = {
  ...within('https://dblp.org/rdf/schema#', {
    authoredBy: ['Publication', 'Person'],
    title: ['Publication'],
    yearOfPublication: ['Publication'],
    publishedIn: ['Publication'],
    bibtexType: ['Publication'],
    numberOfCreators: ['Publication'],
    primaryAffiliation: ['Person'],
    orcid: ['Person'],
    wikidata: ['Person'],
    webpage: ['Person'],
  }),
  ...within('http://orkg.org/orkg/predicate/', {
    HAS_BENCHMARK: ['Contribution', 'Benchmark'],
    HAS_DATASET: ['Benchmark', 'Dataset'],
    HAS_EVALUATION: ['Benchmark', 'Evaluation'],
    HAS_METRIC: ['Evaluation', 'Metric'],
    HAS_VALUE: ['Evaluation'],
    HAS_MODEL: ['Contribution', 'Model'],
    HAS_SOURCE_CODE: ['Contribution'],
    P30: ['Paper', 'ResearchField'],
    P31: ['Paper', 'Contribution'],
    P32: ['Contribution', 'Problem'],
  }),
};

function within(
  namespace: string,
  schema: Record<string, readonly [from: string, to?: string]>,
): Record<string, readonly [from: string, to?: string]> {
  const classes = namespace.replace(/predicate\/$/u, 'class/');
  return Object.fromEntries(
    Object.entries(schema).map(([property, [from, to]]) => [
      namespace + property,
      to === undefined ? [classes + from] : [classes + from, classes + to],
    ]),
  );
}
