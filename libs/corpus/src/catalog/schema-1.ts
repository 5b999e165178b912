/** Version 1 of the catalog. Times are ISO 8601 in UTC, given by the caller; digests are lower-case hexadecimal SHA-256. */
export const schema1 = `
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

-- One row a commit; the highest number is the version of the corpus.
CREATE TABLE commits (number INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL) STRICT;

-- source and format are those of the graph that stands; a tombstone keeps them.
CREATE TABLE papers (
  key TEXT PRIMARY KEY,
  source TEXT,
  format TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  removed_at TEXT
) STRICT;

-- Every identifier by which a paper is known, its key included ('doi:…', 'arxiv:…', 'key:…').
CREATE TABLE aliases (alias TEXT PRIMARY KEY, key TEXT NOT NULL REFERENCES papers (key)) STRICT;
CREATE INDEX aliases_by_key ON aliases (key, alias);

-- A file that was read. graph is null until its paper is committed.
CREATE TABLE sources (
  digest TEXT PRIMARY KEY,
  path TEXT NOT NULL,
  format TEXT NOT NULL,
  key TEXT,
  pipeline TEXT,
  graph TEXT,
  facts TEXT,
  ms TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX sources_by_key ON sources (key);

-- Which file held a named graph from which commit on; digest is null where the graph was taken away.
CREATE TABLE graph_versions (
  name TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES commits (number),
  digest TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('paper', 'links')),
  key TEXT,
  PRIMARY KEY (name, number)
) STRICT;
CREATE INDEX graph_versions_by_number ON graph_versions (number);
CREATE INDEX graph_versions_by_key ON graph_versions (key, number);

CREATE TABLE jobs (
  source TEXT PRIMARY KEY REFERENCES sources (digest),
  state TEXT NOT NULL,
  owner TEXT,
  lease_until INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  problem TEXT,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX jobs_by_state ON jobs (state, position);
`;
