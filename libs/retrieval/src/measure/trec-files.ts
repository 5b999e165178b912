/** Documents found for a query, with the scores that order them. */
export type Run = Map<string, { id: string; score: number }[]>;

/** Judged documents of a query with their grade; above 0 is relevant. */
export type Judgements = Map<string, Map<string, number>>;

/** Reads the form `qid Q0 docid rank score tag`; the rank is not looked at, as in trec_eval. */
export function parseRun(text: string): Run {
  const run: Run = new Map();
  for (const [query, , id, , score] of rows(text)) {
    if (query === undefined || id === undefined) continue;
    const found = run.get(query) ?? [];
    found.push({ id, score: Number(score) });
    run.set(query, found);
  }
  return run;
}

/** Reads the form `qid 0 docid grade`. */
export function parseJudgements(text: string): Judgements {
  const judgements: Judgements = new Map();
  for (const [query, , id, grade] of rows(text)) {
    if (query === undefined || id === undefined) continue;
    const judged = judgements.get(query) ?? new Map<string, number>();
    judged.set(id, Number(grade));
    judgements.set(query, judged);
  }
  return judgements;
}

/** Writes a run that any evaluation program reads. */
export function formatRun(run: Run, tag: string): string {
  return [...run]
    .flatMap(([query, found]) => found.map(({ id, score }, i) => `${query} Q0 ${id} ${i + 1} ${score} ${tag}\n`))
    .join('');
}

function rows(text: string): string[][] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().split(/\s+/)]));
}
