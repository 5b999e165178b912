/** Version 8 of the catalog: what was said about the publication status of works, such as that they are retracted. */
export const schema8 = `
-- The log of what was said, by hand or by a feed. work is a name as in aliases ('doi:…', 'pmid:…', 'key:…'), so that it holds
-- also for works that are read later, or only cited. stated_by is the key of the paper that says so, where it is a notice
-- that was read: its statements come and go with it. No number is given twice, so that undone ones stay undone.
CREATE TABLE statuses (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  work TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('retracted', 'withdrawn', 'expression-of-concern', 'corrected', 'none')),
  date TEXT,
  reason TEXT,
  notice TEXT,
  source TEXT NOT NULL,
  stated_by TEXT,
  recorded TEXT NOT NULL
) STRICT;
CREATE INDEX statuses_by_work ON statuses (work, id);
CREATE INDEX statuses_by_notice ON statuses (stated_by) WHERE stated_by IS NOT NULL;
`;
