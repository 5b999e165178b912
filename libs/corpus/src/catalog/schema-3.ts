/** Version 3 of the catalog: what links are derived from, and what people decided about them. */
export const schema3 = `
-- linking holds the facts of a source that links are derived from, linking_version the rules that found them. Both null
-- where they are still to be read from the graph.
ALTER TABLE sources ADD COLUMN linking TEXT;
ALTER TABLE sources ADD COLUMN linking_version INTEGER;

-- The log of decisions on what is derived; about says on what. No number is given twice, so that undone ones stay undone.
CREATE TABLE decisions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  about TEXT NOT NULL,
  decision TEXT NOT NULL
) STRICT;
`;
