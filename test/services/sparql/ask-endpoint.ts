import { queries } from './queries.ts';

type Row = Record<string, { value: string; datatype?: string }>;

/** The rows or triples of an answer in an order of their own, or what kept it from being given. */
export async function rowsOf(url: string, query: string, collection = ''): Promise<string[]> {
  const address = collection === '' ? `${url}/sparql` : `${url}/sparql/${collection}`;
  const response = await fetch(address, {
    method: 'POST',
    headers: {
      'content-type': 'application/sparql-query',
      accept: 'application/sparql-results+json, application/n-triples',
    },
    body: query,
  });
  const text = await response.text();
  if (!response.ok) return [`${response.status} ${(JSON.parse(text) as { code: string }).code}`];
  if (response.headers.get('content-type') === 'application/n-triples') return text.trim().split('\n').toSorted();
  const { results, boolean } = JSON.parse(text) as { results?: { bindings: Row[] }; boolean?: boolean };
  return results ? results.bindings.map(rowText).toSorted() : [String(boolean)];
}

function rowText(row: Row): string {
  const names = Object.keys(row).toSorted();
  return names.map((name) => `${name}=${valueText(row[name])}`).join(' ');
}

/** To how many places a decimal is divided out is for the engine to say. */
function valueText(term: Row[string] | undefined): string {
  const { value = '', datatype = '' } = term ?? {};
  return datatype.endsWith('#decimal') ? Number(value).toFixed(9) : value;
}

/** All queries, as the server at this address answers them. */
export async function answersOf(url: string): Promise<Record<string, string[]>> {
  const answers: Record<string, string[]> = {};
  for (const [name, query] of Object.entries(queries)) answers[name] = await rowsOf(url, query);
  return answers;
}

/** The same query in each format: SELECT in JSON, XML, CSV and TSV, CONSTRUCT in Turtle and N-Triples. */
export async function formatsOf(url: string): Promise<Record<string, string>> {
  const select = 'SELECT ?paper ?title { ?paper a ddm:Paper ; dcterms:title ?title } ORDER BY ?title LIMIT 2';
  const construct = 'CONSTRUCT { ?paper dcterms:title ?title } { ?paper a ddm:Paper ; dcterms:title ?title }';
  const wanted = { json: select, xml: select, csv: select, tsv: select, ntriples: construct, turtle: construct };
  const texts: Record<string, string> = {};
  for (const [format, query] of Object.entries(wanted)) {
    const response = await fetch(`${url}/sparql?${new URLSearchParams({ query, format }).toString()}`);
    // Whether an XML document begins with a declaration says nothing.
    const text = (await response.text()).replace(/^<\?xml[^>]*>\s*/, '');
    texts[format] = `${response.headers.get('content-type')}\n${text.trim().split('\n').toSorted().join('\n')}`;
  }
  return texts;
}
