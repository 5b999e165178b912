/** An RDF term as SPARQL 1.1 Query Results JSON has it. */
export type ResultTerm =
  | { type: 'uri' | 'bnode'; value: string }
  | { type: 'literal'; value: string; 'xml:lang'?: string; datatype?: string };
export type ResultRow = Record<string, ResultTerm>;

/** Short names of the formats that a table can be written in. */
export type TableFormat = 'json' | 'xml' | 'csv' | 'tsv';

/** Writes the rows of a SELECT: https://www.w3.org/TR/sparql11-results-json/, …/rdf-sparql-XMLres/, …/sparql11-results-csv-tsv/ */
export function writeBindings(variables: readonly string[], rows: readonly ResultRow[], format: TableFormat): string {
  if (format === 'json') return JSON.stringify({ head: { vars: variables }, results: { bindings: rows } });
  if (format === 'xml') {
    return xmlDocument(variables, `<results>${rows.map((row) => xmlRow(variables, row)).join('')}</results>`);
  }
  if (format === 'csv') return table(variables, variables, rows, csvField, ',', '\r\n');
  const heads = variables.map((name) => `?${name}`);
  return table(variables, heads, rows, tsvField, '\t', '\n');
}

/** Writes the result of an ASK, for which CSV and TSV have no form. */
export function writeBoolean(value: boolean, format: 'json' | 'xml'): string {
  if (format === 'json') return JSON.stringify({ head: {}, boolean: value });
  return xmlDocument([], `<boolean>${String(value)}</boolean>`);
}

function table(
  variables: readonly string[],
  heads: readonly string[],
  rows: readonly ResultRow[],
  field: (term: ResultTerm) => string,
  separator: string,
  ending: string,
): string {
  const line = (fields: readonly string[]): string => fields.join(separator) + ending;
  const write = (row: ResultRow, name: string): string => {
    const term = row[name];
    return term === undefined ? '' : field(term);
  };
  return line(heads) + rows.map((row) => line(variables.map((name) => write(row, name)))).join('');
}

function csvField(term: ResultTerm): string {
  const text = term.type === 'bnode' ? `_:${term.value}` : term.value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const escapes: Record<string, string> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function tsvField(term: ResultTerm): string {
  if (term.type === 'uri') return `<${term.value}>`;
  if (term.type !== 'literal') return `_:${term.value}`;
  const quoted = `"${term.value.replaceAll(/[\\"\n\r\t]/gu, (character) => escapes[character] ?? character)}"`;
  const { 'xml:lang': language, datatype } = term;
  if (language !== undefined) return `${quoted}@${language}`;
  return datatype === undefined ? quoted : `${quoted}^^<${datatype}>`;
}

function xmlDocument(variables: readonly string[], body: string): string {
  const head = variables.map((name) => `<variable name="${xmlText(name)}"/>`).join('');
  const root = '<sparql xmlns="http://www.w3.org/2005/sparql-results#">';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}<head>${head}</head>${body}</sparql>\n`;
}

function xmlRow(variables: readonly string[], row: ResultRow): string {
  const bindings = variables.map((name) => {
    const term = row[name];
    return term === undefined ? '' : `<binding name="${xmlText(name)}">${xmlTerm(term)}</binding>`;
  });
  return `<result>${bindings.join('')}</result>`;
}

function xmlTerm(term: ResultTerm): string {
  const value = xmlText(term.value);
  if (term.type !== 'literal') return `<${term.type}>${value}</${term.type}>`;
  const { 'xml:lang': language, datatype } = term;
  if (language !== undefined) return `<literal xml:lang="${xmlText(language)}">${value}</literal>`;
  if (datatype !== undefined) return `<literal datatype="${xmlText(datatype)}">${value}</literal>`;
  return `<literal>${value}</literal>`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Characters that XML 1.0 cannot hold at all become the replacement character. */
function xmlText(text: string): string {
  return (
    text
      .replaceAll(/[&<>"\r]/gu, (character) => entities[character] ?? character)
      // oxlint-disable-next-line no-control-regex -- these are what is looked for
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
  );
}
