/** Version 7 of the catalog: what readers think of the answers that were given. */
export const schema7 = `
-- client is a digest of who said it, and claim -1 stands for the answer as a whole: of the same client on the same claim the
-- last word counts. paper is the key of the paper that the expected unit is of.
CREATE TABLE feedback (
  answer TEXT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
  claim INTEGER NOT NULL,
  client TEXT NOT NULL,
  judgement TEXT NOT NULL CHECK (judgement IN ('right', 'wrong', 'missing')),
  note TEXT,
  expected TEXT,
  paper TEXT,
  at TEXT NOT NULL,
  PRIMARY KEY (answer, claim, client)
) STRICT, WITHOUT ROWID;
CREATE INDEX feedback_by_paper ON feedback (paper) WHERE paper IS NOT NULL;

CREATE INDEX answers_by_time ON answers (at, id);
`;
