import { describe, expect, it } from '@jest/globals';
import { readServerSettings } from './server-settings.ts';

const none = { SPARQL_ENDPOINT: '', SPARQL_UPDATE_ENDPOINT: '', SPARQL_GRAPH_STORE: '', SPARQL_CREDENTIALS: '' };
const both = { ...none, SPARQL_ENDPOINT: 'http://a/query', SPARQL_UPDATE_ENDPOINT: 'http://a/update' };

describe('the settings of a server', () => {
  it('are none where nothing is set, also beside settings of other things', () => {
    const environment = { ...none, ASKG_DATA: './data' };
    expect(readServerSettings(environment)).toBeUndefined();
  });

  it('are two addresses at least', () => {
    expect(readServerSettings(both)).toEqual({ query: 'http://a/query', update: 'http://a/update' });
    const all = { ...both, SPARQL_GRAPH_STORE: 'http://a/data', SPARQL_CREDENTIALS: 'me:a:b' };
    expect(readServerSettings(all)).toMatchObject({ graphStore: 'http://a/data', credentials: 'me:a:b' });
  });

  it.each([
    ['SPARQL_ENDPOINT', { SPARQL_UPDATE_ENDPOINT: '' }],
    ['SPARQL_UPDATE_ENDPOINT', { SPARQL_ENDPOINT: '' }],
    ['SPARQL_ENDPOINT', { SPARQL_ENDPOINT: 'ftp://a/' }],
    ['SPARQL_GRAPH_STORE', { SPARQL_GRAPH_STORE: 'data' }],
    ['SPARQL_CREDENTIALS', { SPARQL_CREDENTIALS: 'me' }],
  ])('that cannot be used name the variable %s', (name, wrong) => {
    expect(() => readServerSettings({ ...both, ...wrong })).toThrow(new RegExp(`^${name}: `));
  });

  it('hold no password in an address, and do not repeat the one that stands there', () => {
    const wrong = { ...both, SPARQL_ENDPOINT: 'http://me:secret@a/query' };
    expect(() => readServerSettings(wrong)).toThrow(/^(?!.*secret).*SPARQL_CREDENTIALS/);
  });
});
