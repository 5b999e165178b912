import { describe, expect, it } from '@jest/globals';
import { readNeo4jOptions } from './neo4j-settings.ts';

const none = { NEO4J_URL: '', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: '', NEO4J_DATABASE: '' };

describe('the Neo4j of an environment', () => {
  it('is none without an address', () => {
    expect(readNeo4jOptions({ ...none, NEO4J_PASSWORD: 'secret' })).toBeUndefined();
  });

  it('has a user where there is a password, and a database where one is named', () => {
    const url = 'neo4j://127.0.0.1:7687';
    expect(readNeo4jOptions({ ...none, NEO4J_URL: url })).toEqual({ url });
    expect(readNeo4jOptions({ ...none, NEO4J_URL: url, NEO4J_PASSWORD: 'secret', NEO4J_DATABASE: 'papers' })).toEqual({
      url,
      user: 'neo4j',
      password: 'secret',
      database: 'papers',
    });
  });
});
