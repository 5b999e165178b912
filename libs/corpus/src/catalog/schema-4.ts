/** Version 4 of the catalog: files that are read together with a source. */
export const schema4 = `
-- digest is that of a stored source file. origin says where it comes from: a file that stood beside the paper, which is
-- part of what the paper is read from, or the answer of a service that was asked about it.
CREATE TABLE companions (
  source TEXT NOT NULL REFERENCES sources (digest) ON DELETE CASCADE,
  name TEXT NOT NULL,
  digest TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('file', 'service')),
  PRIMARY KEY (source, name)
) STRICT, WITHOUT ROWID;
`;
