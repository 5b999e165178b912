import { describe, expect, it } from '@jest/globals';
import { bodyKind, protocolRequest, UpdateRequested } from './protocol-request.ts';

const parameters = (text: string) => new URLSearchParams(text);

describe('the SPARQL protocol', () => {
  it('reads a query from the address, from a form and from a plain body alike', () => {
    const expected = { query: 'ASK {}', defaultGraphs: ['a', 'b'], namedGraphs: ['c'] };
    const graphs = 'default-graph-uri=a&default-graph-uri=b&named-graph-uri=c';
    expect(protocolRequest(parameters(`query=ASK+%7B%7D&${graphs}`))).toEqual(expected);
    expect(protocolRequest(parameters(''), { kind: 'form', text: `query=ASK%20{}&${graphs}` })).toEqual(expected);
    expect(protocolRequest(parameters(graphs), { kind: 'query', text: 'ASK {}' })).toEqual(expected);
  });

  it('takes an empty query and an empty format for none', () => {
    expect(protocolRequest(parameters('query=%20&format='))).toEqual({ defaultGraphs: [], namedGraphs: [] });
  });

  it.each([
    ['twice in the address', 'query=a&query=b', undefined],
    ['in the address and in the body', 'query=a', { kind: 'query', text: 'b' }],
    ['in the address and in a form', 'query=a', { kind: 'form', text: 'query=b' }],
    ['with two formats', 'query=a&format=json&format=xml', undefined],
  ] as const)('refuses a query %s', (_name, target, body) => {
    expect(() => protocolRequest(parameters(target), body)).toThrow(
      expect.objectContaining({ code: 'api/repeated-parameter' }),
    );
  });

  it.each(['update=DROP+ALL', 'query=ASK+{}&update=', 'query=ASK+{}&using-graph-uri=a'])(
    'knows an update by its parameters: %s',
    (text) => {
      expect(() => protocolRequest(parameters(text))).toThrow(UpdateRequested);
      expect(() => protocolRequest(parameters(''), { kind: 'form', text })).toThrow(UpdateRequested);
    },
  );

  it('reads the type of a body', () => {
    expect(bodyKind('Application/SPARQL-query; charset=UTF-8')).toBe('query');
    expect(bodyKind('application/x-www-form-urlencoded')).toBe('form');
    expect(() => bodyKind('application/sparql-update')).toThrow(expect.objectContaining({ status: 415 }));
    for (const other of [undefined, '', 'text/plain', 'application/json', 'application/sparql-query; charset=latin1']) {
      expect(() => bodyKind(other)).toThrow(expect.objectContaining({ code: 'api/unsupported-media-type' }));
    }
  });
});
