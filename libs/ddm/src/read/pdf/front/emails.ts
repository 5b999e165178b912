const plain = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const grouped = /[{(]\s*([\w.+\-,;|\s/]+?)\s*[})]\s*@\s*([\w-]+(?:\.[\w-]+)+)/g;

/** The addresses in a text; `{a, b}@c.org` stands for two. */
export function findEmails(text: string): string[] {
  const emails: string[] = [];
  const rest = text.replaceAll(grouped, (_, names: string, domain: string) => {
    for (const name of names.split(/[\s,;|/]+/)) if (name !== '') emails.push(`${name}@${domain}`);
    return ' ';
  });
  for (const [email] of rest.matchAll(plain)) emails.push(email.replace(/\.$/, ''));
  return [...new Set(emails)];
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '');
}

/** How far an address speaks of a name: by its family name, its initials, or parts of both. */
function likeness(name: string, email: string): number {
  const local = fold(email.split('@')[0] ?? '');
  const words = name
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '');
  const family = words.at(-1) ?? '';
  const given = words[0] ?? '';
  const initials = words.map((word) => word[0]).join('');
  if (family.length > 2 && local.includes(family)) return 3;
  if (given.length > 2 && local.includes(given)) return 2;
  if (local === initials || local.startsWith(initials)) return 1.5;
  return family.length > 3 &&
    local.length > 3 &&
    (family.startsWith(local.slice(1)) || local.includes(family.slice(0, 4)))
    ? 1
    : 0;
}

/** An address for each name, as far as they are alike; as many addresses as names go in their order. */
export function assignEmails(names: readonly string[], emails: readonly string[]): (string | undefined)[] {
  const result: (string | undefined)[] = names.map(() => undefined);
  const pairs = names
    .flatMap((name, i) => emails.map((email) => ({ i, email, score: likeness(name, email) })))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score);
  const used = new Set<string>();
  for (const { i, email } of pairs) {
    if (result[i] !== undefined || used.has(email)) continue;
    result[i] = email;
    used.add(email);
  }
  const open = names.flatMap((_, i) => (result[i] === undefined ? [i] : []));
  const left = emails.filter((email) => !used.has(email));
  if (open.length === left.length) for (const [at, i] of open.entries()) result[i] = left[at];
  return result;
}
