/** Version 6 of the catalog: collections of papers, and the keys by which programs may read them. */
export const schema6 = `
-- No id is given twice: a key or an answer that names a deleted collection never means a later one of the same name.
CREATE TABLE collections (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL
) STRICT;

CREATE TABLE collection_papers (
  collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  key TEXT NOT NULL REFERENCES papers (key) ON DELETE CASCADE,
  PRIMARY KEY (collection, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_papers_by_key ON collection_papers (key);

-- Files whose papers join a collection once they are committed.
CREATE TABLE collection_sources (
  collection INTEGER NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
  source TEXT NOT NULL REFERENCES sources (digest) ON DELETE CASCADE,
  PRIMARY KEY (source, collection)
) STRICT, WITHOUT ROWID;

-- hash is the SHA-256 of the key. collections and scopes are JSON arrays; collections is null where all may be read.
CREATE TABLE keys (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  label TEXT NOT NULL,
  scopes TEXT NOT NULL,
  collections TEXT,
  created TEXT NOT NULL,
  revoked TEXT
) STRICT;

-- The collections that an answer was sought in, as a JSON array; null where all papers were asked.
ALTER TABLE answers ADD COLUMN collections TEXT;
`;
