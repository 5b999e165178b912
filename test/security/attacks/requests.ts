import type { HostileRequest } from './attack.ts';

const end = '\r\n\r\n';
const ask = 'ASK%7B%7D';
const longLine = (kibibytes: number): string => 'x'.repeat(kibibytes * 1024);

/** Writes requests of somebody who has a key, where one is needed. */
function writer(key: string | undefined) {
  const common = ['Host: localhost', ...(key === undefined ? [] : [`Authorization: Bearer ${key}`])];
  const request = (line: string, headers: readonly string[]): string =>
    [`${line} HTTP/1.1`, ...common, ...headers].join('\r\n') + end;
  return {
    get: (target: string, ...headers: string[]) => request(`GET ${target}`, ['Connection: close', ...headers]),
    method: (line: string, ...headers: string[]) => request(line, ['Connection: close', ...headers]),
    post: (...headers: string[]) => request('POST /sparql', ['Content-Type: application/sparql-query', ...headers]),
    postAs: (type: string, body: string) =>
      request('POST /sparql', [`Content-Type: ${type}`, `Content-Length: ${body.length}`, 'Connection: close']) + body,
  };
}

/** Requests that are malformed, endless or slow, and those that come from where they should not. */
export function hostileRequests(key?: string): HostileRequest[] {
  const { get, method, post, postAs } = writer(key);
  const host = (name: string): string =>
    `GET /sparql?query=${ask} HTTP/1.1\r\nHost: ${name}\r\nConnection: close${end}`;
  const one = (group: string, name: string, request: string, ...expect: number[]): HostileRequest => ({
    group,
    name,
    parts: [request],
    expect,
  });
  return [
    one('origin', 'a page of another origin', get(`/sparql?query=${ask}`, 'Origin: https://evil.example'), 403),
    one('origin', 'a sandboxed page', get(`/sparql?query=${ask}`, 'Origin: null'), 403),
    one(
      'origin',
      'an image in a foreign page',
      get(`/sparql?query=${ask}`, 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors'),
      403,
    ),
    one(
      'origin',
      'a form of a foreign page',
      post('Origin: https://evil.example', 'Content-Length: 6', 'Connection: close') + 'ASK {}',
      403,
    ),
    one(
      'origin',
      'a preflight request',
      method('OPTIONS /sparql', 'Origin: https://evil.example', 'Access-Control-Request-Method: POST'),
      403,
    ),
    one('host', 'a rebound name', host('evil.example'), 421),
    one('host', 'a name that looks like this machine', host('127.0.0.1.evil.example'), 421),
    one('host', 'a name with a user', host('localhost@evil.example'), 400, 421),
    one('host', 'no name', `GET /sparql?query=${ask} HTTP/1.1\r\nConnection: close${end}`, 400, 421),
    one('host', 'two names', get(`/sparql?query=${ask}`, 'Host: evil.example'), 400, 421),
    one('host', 'HTTP/1.0 without a name', `GET /sparql?query=${ask} HTTP/1.0${end}`, 400, 421),
    one('target', 'a broken percent-encoding', get('/sparql%zz?query=ASK'), 400),
    one('target', 'a percent-encoding that is no UTF-8', get('/id/%ff%fe'), 400),
    one('target', 'a null byte', get('/id/paper/a%00b'), 400),
    one('target', 'a way out of the folder', get('/assets/../../../../etc/passwd'), 404),
    one('target', 'an encoded way out of the folder', get('/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd'), 404),
    one('target', 'an address of another server', get('http://evil.example/sparql'), 400, 404, 421),
    one('target', 'a query in bytes that are no UTF-8', get('/sparql?query=ASK%7B%ff%7D'), 400),
    one('target', 'a line of 64 KiB', get(`/sparql?query=${longLine(64)}`), 431),
    one('headers', 'a header of 64 KiB', get('/', `X-Long: ${longLine(64)}`), 431),
    one('headers', '5,000 headers', get('/', ...Array.from({ length: 5000 }, (_, n) => `X-${n}: 1`)), 431),
    one(
      'headers',
      'a header that is folded',
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-A: 1\r\n 2\r\nConnection: close${end}`,
      200,
      400,
    ),
    one(
      'headers',
      'an Accept header of 8 KiB',
      get(`/sparql?query=${ask}`, `Accept: ${'text/csv;q=0.1,'.repeat(500)}text/csv`),
      200,
      406,
      431,
    ),
    one(
      'headers',
      'a key of 8 KiB',
      `GET / HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${longLine(8)}\r\nConnection: close${end}`,
      401,
    ),
    one(
      'smuggling',
      'length and chunks',
      post('Content-Length: 6', 'Transfer-Encoding: chunked', 'Connection: close') + '0\r\n\r\nGET /x HTTP/1.1\r\n\r\n',
      400,
    ),
    one(
      'smuggling',
      'two lengths',
      post('Content-Length: 6', 'Content-Length: 60', 'Connection: close') + 'ASK {}',
      400,
    ),
    one('smuggling', 'a negative length', post('Content-Length: -1', 'Connection: close'), 400),
    one(
      'smuggling',
      'a chunk of a length that is no number',
      post('Transfer-Encoding: chunked', 'Connection: close') + 'zz\r\nASK {}\r\n0\r\n\r\n',
      400,
    ),
    one('method', 'TRACE', method('TRACE /'), 405),
    one('method', 'CONNECT', `CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost${end}`, 0, 400, 405),
    one('method', 'DELETE of a graph', method('DELETE /sparql?graph=x'), 405),
    one('method', 'PUT of a graph', method('PUT /sparql?graph=x', 'Content-Length: 0'), 405),
    one('method', 'an update as a body', postAs('application/sparql-update', 'DROP ALL'), 415),
    one('method', 'an update in a form', postAs('application/x-www-form-urlencoded', 'update=DROP+ALL'), 400),
    one('body', 'a body that says it is 10 GB', post('Content-Length: 10000000000', 'Connection: close'), 413),
    one(
      'body',
      'a compressed body',
      post('Content-Encoding: gzip', 'Content-Length: 3', 'Connection: close') + 'abc',
      415,
    ),
    one(
      'body',
      'chunks that never end',
      post('Transfer-Encoding: chunked') + `1000\r\n${longLine(4)}\r\n`.repeat(100),
      413,
    ),
    one('protocol', 'noise', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'.repeat(20), 0, 400),
    one('protocol', 'HTTP/2 by guess', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 0, 400, 505),
    one('protocol', 'HTTP/9.9', `GET / HTTP/9.9\r\nHost: localhost${end}`, 0, 400, 505),
    one(
      'protocol',
      '100 requests in a row',
      get('/health/live').replace('Connection: close\r\n', '').repeat(99) + get('/health/live'),
      200,
    ),
  ];
}

/** Requests that come so slowly that they would hold a connection for ever. The server ends each by itself. */
export function slowRequests(key?: string): HostileRequest[] {
  const { post } = writer(key);
  return [
    {
      group: 'slow',
      name: 'a header a second, for ever',
      parts: ['GET / HTTP/1.1\r\nHost: localhost\r\n', ...Array.from({ length: 60 }, (_, n) => `X-${n}: 1\r\n`)],
      pauseMs: 1000,
      expect: [0, 408],
      endsWithinMs: 15_000,
    },
    {
      group: 'slow',
      name: 'a connection that says nothing',
      parts: [''],
      expect: [0, 408],
      endsWithinMs: 15_000,
    },
    {
      group: 'slow',
      name: 'a body of a byte a second',
      parts: [post('Content-Length: 1000'), ...Array.from({ length: 120 }, () => 'A')],
      pauseMs: 1000,
      expect: [0, 408],
      endsWithinMs: 35_000,
    },
    {
      group: 'slow',
      name: 'a chunk a second, for ever',
      parts: [post('Transfer-Encoding: chunked'), ...Array.from({ length: 120 }, () => '1\r\nA\r\n')],
      pauseMs: 1000,
      expect: [0, 408],
      endsWithinMs: 35_000,
    },
  ];
}
