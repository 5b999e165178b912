/** Models write clauses where the grammar has none; what is meant is clear, so they are put where they belong. */

const fence = /```(?:sparql|sql)?\s*([\s\S]*?)```/iu;
const start = /(?:^|\n)\s*(?:PREFIX|BASE|SELECT|ASK|CONSTRUCT|DESCRIBE)\b/iu;
const modifiers = {
  group: /\bGROUP\s+BY\s+(?:\??\w+|\([^()]*\)|\s)+?(?=\bHAVING\b|\bORDER\b|\bLIMIT\b|\bOFFSET\b|[{}]|$)/giu,
  order: /\bORDER\s+BY\s+(?:(?:ASC|DESC)\s*\([^()]*(?:\([^()]*\))?[^()]*\)|\?\w+|\s)+/giu,
  limit: /\bLIMIT\s+\d+/giu,
  offset: /\bOFFSET\s+\d+/giu,
};

/** The query in a reply: what a code fence holds, or what begins with a word that queries begin with. */
export function extractQuery(reply: string): string | undefined {
  const fenced = fence.exec(reply)?.[1];
  const text = fenced ?? reply;
  const from = text.search(start);
  if (from < 0) return undefined;
  return text.slice(from).trim();
}

/** Moves GROUP BY, ORDER BY, LIMIT and OFFSET to the end, closes open groups, and leaves out what follows the query. */
export function repairText(query: string): string {
  const body = balanced(query);
  if (/\{\s*SELECT\b/iu.test(body)) return body;
  const found = Object.values(modifiers).flatMap((pattern) =>
    (query.match(pattern) ?? []).slice(0, 1).map((clause) => clause.trim()),
  );
  let bare = body;
  for (const pattern of Object.values(modifiers)) bare = bare.replace(pattern, ' ');
  const having = /\bHAVING\s*\((?:[^()]|\([^()]*\))*\)/iu.exec(query)?.[0];
  if (having === undefined) return `${bare.trimEnd()}\n${found.join('\n')}`;
  const at = found.findIndex((clause) => !/^GROUP/iu.test(clause));
  const clauses = at < 0 ? [...found, having] : found.toSpliced(at, 0, having);
  return `${bare.replace(having, ' ').trimEnd()}\n${clauses.join('\n')}`;
}

/** The text up to the brace that closes the first group, or with the braces that it lacks. */
function balanced(query: string): string {
  let depth = 0;
  let isQuoted = false;
  for (let i = 0; i < query.length; i += 1) {
    const sign = query[i];
    if (sign === '"' && query[i - 1] !== '\\') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (sign === '{') depth += 1;
    if (sign !== '}') continue;
    depth -= 1;
    if (depth === 0) return query.slice(0, i + 1);
  }
  return query + '}'.repeat(Math.max(depth, 0));
}
