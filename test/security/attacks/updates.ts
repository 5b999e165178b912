import type { HostileQuery, Target } from './attack.ts';

/** Everything that writes, in its own words and in disguise. */
export function updates({ canary, closedGraph }: Target): HostileQuery[] {
  const forms: Record<string, string> = {
    'INSERT DATA': 'INSERT DATA { <http://a> <http://b> <http://c> }',
    'DELETE WHERE': 'DELETE WHERE { ?s ?p ?o }',
    'DELETE and INSERT with WITH': `WITH <${closedGraph}> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }`,
    'DROP ALL': 'DROP ALL',
    'CLEAR SILENT ALL': 'CLEAR SILENT ALL',
    'CREATE GRAPH': 'CREATE GRAPH <http://new>',
    COPY: `COPY <${closedGraph}> TO DEFAULT`,
    'LOAD from the network': `LOAD <${canary}data.nt>`,
    'LOAD SILENT from a file': 'LOAD SILENT <file:///etc/passwd> INTO GRAPH <http://g>',
    'behind a comment that looks like a query': '# SELECT * {}\r\nDROP ALL',
    'behind a prologue': 'BASE <http://b/> PREFIX select: <http://a/> DROP ALL',
    'in codepoint escapes': '\\u0044\\u0052OP ALL',
    'after a query': 'ASK {} ; DROP ALL',
    'with a byte order mark': '\uFEFFDROP ALL',
    'between no-break spaces': '\u00A0DROP\u00A0ALL',
    'with full-width letters': 'ＤＲＯＰ ALL',
  };
  return Object.entries(forms).map(([name, query]) => ({ group: 'update', name, query, expect: [400] }));
}

/** Queries that would make the server speak to somebody, or read a file. */
export function outward({ canary, closedGraph }: Target): HostileQuery[] {
  const to = `<${canary}sparql>`;
  const inside = '{ ?s ?p ?o }';
  const services: Record<string, string> = {
    SERVICE: `SELECT * { SERVICE ${to} ${inside} }`,
    'SERVICE SILENT': `SELECT * { SERVICE SILENT ${to} ${inside} }`,
    'SERVICE with a variable': `SELECT * { VALUES ?e { ${to} } SERVICE ?e ${inside} }`,
    'SERVICE in a sub-select': `SELECT * { { SELECT * { SERVICE ${to} ${inside} } } }`,
    'SERVICE in EXISTS': `ASK { FILTER EXISTS { SERVICE ${to} ${inside} } }`,
    'SERVICE in MINUS': `SELECT * { ?s ?p ?o MINUS { SERVICE ${to} ${inside} } }`,
    'SERVICE in HAVING': `SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE ${to} {} })`,
    'SERVICE in an expression of SELECT': `SELECT (EXISTS { SERVICE ${to} {} } AS ?x) {}`,
    'SERVICE in SERVICE': `SELECT * { SERVICE SILENT ${to} { SERVICE ${to} ${inside} } }`,
    'SERVICE in DESCRIBE': `DESCRIBE ?s { SERVICE ${to} ${inside} }`,
    'SERVICE in escapes': `SELECT * { \\u0053ERVI\\u0043E ${to} ${inside} }`,
    'SERVICE torn by comments': `SELECT * { SeRvIcE#\n SILENT #\n${to}#\n${inside} }`,
    'SERVICE by a prefix': `PREFIX e: <${canary}> SELECT * { SERVICE e:sparql ${inside} }`,
    'SERVICE by BASE': `BASE <${canary}> SELECT * { SERVICE <sparql> ${inside} }`,
    'SERVICE of a file': `SELECT * { SERVICE <file:///etc/passwd> ${inside} }`,
    'SERVICE of this server': `SELECT * { SERVICE <http://localhost/sparql> ${inside} }`,
  };
  const froms: Record<string, string> = {
    'FROM an address': `SELECT * FROM <${canary}data.ttl> ${inside}`,
    'FROM NAMED an address': `SELECT * FROM NAMED <${canary}data.ttl> { GRAPH ?g ${inside} }`,
    'FROM a file': `SELECT * FROM <file:///etc/passwd> ${inside}`,
    'FROM a relative address': `BASE <file:///etc/> SELECT * FROM <passwd> ${inside}`,
    'FROM a graph that is closed': `SELECT * FROM <${closedGraph}> ${inside}`,
    'FROM NAMED a graph that is closed': `SELECT * FROM NAMED <${closedGraph}> { GRAPH ?g ${inside} }`,
  };
  const all = 'SELECT * { ?s ?p ?o } LIMIT 100';
  return [
    ...Object.entries(services).map(([name, query]) => ({ group: 'service', name, query, expect: [403] })),
    ...Object.entries(froms).map(([name, query]) => ({ group: 'dataset', name, query, expect: [400] })),
    ...['default-graph-uri', 'named-graph-uri'].flatMap((parameter) =>
      [`${canary}data.ttl`, 'file:///etc/passwd', closedGraph].map((graph, n) => ({
        group: 'dataset',
        name: `${parameter} of ${['an address', 'a file', 'a graph that is closed'][n]}`,
        query: all,
        parameters: { [parameter]: graph },
        expect: [400],
      })),
    ),
    {
      group: 'dataset',
      name: 'GRAPH of a graph that is closed',
      query: `SELECT * { GRAPH <${closedGraph}> ${inside} }`,
      expect: [200],
    },
    {
      group: 'dataset',
      name: 'GRAPH of all graphs',
      query: `SELECT DISTINCT ?g { GRAPH ?g ${inside} }`,
      expect: [200],
    },
    { group: 'dataset', name: 'all that there is', query: 'SELECT * { ?s ?p ?o } LIMIT 90000', expect: [200, 422] },
    {
      group: 'dataset',
      name: 'a path of any property and length out of a graph',
      query: 'SELECT DISTINCT ?o { ?s (<x:y>|!<x:y>)+ ?o } LIMIT 1000',
      expect: [200, 422, 504],
      isHeavy: true,
    },
  ];
}
