/** Version 2 of the catalog: what the projections hold, and the answers that were given. */
export const schema2 = `
-- A projection of the corpus (words, vectors). instance is the mark of the files that the rows below speak of.
CREATE TABLE projections (name TEXT PRIMARY KEY, instance TEXT NOT NULL) STRICT;

-- Which version of a graph a projection holds.
CREATE TABLE projected_graphs (
  projection TEXT NOT NULL REFERENCES projections (name) ON DELETE CASCADE,
  graph TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (projection, graph)
) STRICT, WITHOUT ROWID;

-- bundle is an Answer of the contract.
CREATE TABLE answers (id TEXT PRIMARY KEY, at TEXT NOT NULL, bundle TEXT NOT NULL) STRICT;

-- The papers whose words an answer holds, so that they can be taken out of it.
CREATE TABLE answer_papers (
  key TEXT NOT NULL,
  answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  PRIMARY KEY (key, answer)
) STRICT, WITHOUT ROWID;
`;
