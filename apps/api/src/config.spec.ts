import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      data: './data',
      host: '127.0.0.1',
      port: 3000,
      engines: 2,
      queryMs: 30_000,
      queryRows: 100_000,
      clientLimits: { queries: 32, millisecondsPerMinute: 60_000 },
      models: 'data/models',
      access: { anonymous: 'all', proxies: 0 },
      isPublished: false,
      noncommercial: false,
      chatLimits: { calls: 6, tokens: 24_000, evidence: 2000 },
      embedder: { name: 'bge-small-en-v1.5-int8' },
      outward: { isOffline: false, services: { endpoints: new Set(), isPrivateAllowed: false } },
    });
  });

  it('names the models that find and order, and refuses settings that do not go together', () => {
    const served = { EMBEDDINGS_URL: 'http://127.0.0.1:1/v1', EMBEDDINGS_MODEL: 'e', EMBEDDINGS_DIMENSIONS: '8' };
    const config = readConfig({ ...served, ASKG_RERANKER: 'mine', ASKG_NONCOMMERCIAL: '1' });
    expect(config).toMatchObject({ noncommercial: true, reranker: { name: 'mine', deadlineMs: 8000 } });
    expect(config.embedder).toMatchObject({ server: { model: 'e', dimensions: 8 } });
    expect(() => readConfig({ ...served, EMBEDDINGS_DIMENSIONS: '' })).toThrow(/EMBEDDINGS_DIMENSIONS/);
    expect(() => readConfig({ ASKG_RERANKER: 'remote' })).toThrow(/RERANK_URL/);
    expect(() => readConfig({ RERANK_URL: 'http://me:secret@host/' })).toThrow(/RERANK_URL: an address of the web/);
  });

  it('has a chat model when it is told which, and where', () => {
    expect(readConfig({ ASKG_CHAT_MODEL: 'm', OPENAI_BASE_URL: 'http://127.0.0.1:8080/v1' }).chat).toEqual({
      baseUrl: 'http://127.0.0.1:8080/v1',
      model: 'm',
      task: 'whole',
    });
    expect(readConfig({ ASKG_CHAT_MODEL: 'm', OPENAI_API_KEY: 'k', ASKG_CHAT_TASK: 'words' }).chat).toEqual({
      baseUrl: 'https://api.openai.com/v1',
      apiKey: 'k',
      model: 'm',
      task: 'words',
    });
    expect(readConfig({ OPENAI_API_KEY: 'k' })).not.toHaveProperty('chat');
    expect(() => readConfig({ ASKG_CHAT_MODEL: 'm' })).toThrow(/OPENAI_BASE_URL or OPENAI_API_KEY/);
  });

  it('reaches beyond itself where it is told to, and nowhere when it is to stay offline', () => {
    const environment = {
      ASKG_SERVICES: 'https://query.wikidata.org/sparql  https://dblp.org/sparql',
      NEO4J_URL: 'neo4j://127.0.0.1:7687',
      NEO4J_PASSWORD: 'secret',
    };
    expect(readConfig(environment).outward).toEqual({
      isOffline: false,
      services: {
        endpoints: new Set(['https://query.wikidata.org/sparql', 'https://dblp.org/sparql']),
        isPrivateAllowed: false,
      },
      neo4j: { url: 'neo4j://127.0.0.1:7687', user: 'neo4j', password: 'secret' },
    });
    expect(readConfig({ ...environment, ASKG_OFFLINE: '1' }).outward.services.endpoints.size).toBe(0);
    expect(() => readConfig({ ASKG_SERVICES: 'file:///etc/passwd' })).toThrow(/no address of the web/);
    expect(() => readConfig({ ASKG_SERVICES: 'https://dblp.org/sparql#it' })).toThrow(/no address of the web/);
    const withPassword = { ASKG_SERVICES: 'https://me:secret@dblp.org/sparql' };
    expect(() => readConfig(withPassword)).toThrow(/the address at dblp\.org holds a user or a password/);
    expect(() => readConfig({ NEO4J_URL: 'http://127.0.0.1:7474' })).toThrow(/NEO4J_URL/);
  });

  it('has a SPARQL server where one is set, and says which of its variables cannot be used', () => {
    const environment = { SPARQL_ENDPOINT: 'http://a/query', SPARQL_UPDATE_ENDPOINT: 'http://a/update' };
    const settings = { query: 'http://a/query', update: 'http://a/update' };
    expect(readConfig(environment).outward.sparqlServer).toEqual(settings);
    expect(() => readConfig({ ...environment, SPARQL_CREDENTIALS: 'me' })).toThrow(
      expect.objectContaining({
        code: 'api/bad-configuration',
        message: expect.stringMatching(/^SPARQL_CREDENTIALS: /),
      }),
    );
  });

  it('takes a variable that is set to nothing as not set', () => {
    expect(readConfig({ ASKG_PORT: '', ASKG_DATA: '' })).toEqual(readConfig({}));
  });

  it('names every variable that cannot be used', () => {
    expect(() => readConfig({ ASKG_PORT: '99999', ASKG_ENGINES: 'many' })).toThrow(
      expect.objectContaining({
        code: 'api/bad-configuration',
        message: expect.stringMatching(/ASKG_PORT.*ASKG_ENGINES/),
      }),
    );
  });
});
