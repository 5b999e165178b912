/** Version 5 of the catalog: what language models were asked to suggest about papers. */
export const schema5 = `
-- The last enrichment of a paper. read_graph is the digest of the paper's graph that was shown; model, prompt and the numbers
-- are null until one has come to its end. problem is why the last attempt came to none.
CREATE TABLE enrichments (
  key TEXT PRIMARY KEY REFERENCES papers (key) ON DELETE CASCADE,
  read_graph TEXT NOT NULL,
  model TEXT,
  prompt TEXT,
  tokens INTEGER,
  problem TEXT
) STRICT, WITHOUT ROWID;
`;
