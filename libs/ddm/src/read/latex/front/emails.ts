import type { Contributor } from '@askg/contract';

/** Addresses in a text, those of the form `{a,b}@c.d` taken apart, and the text without them. */
export function takeEmails(text: string): { emails: string[]; rest: string } {
  const emails: string[] = [];
  const rest = text
    .replaceAll(
      /[{[(]\s*([\w.+-]+(?:\s*[,;|]\s*[\w.+-]+)*)\s*[}\])]\s*@\s*([\w-]+(?:\.[\w-]+)+)/g,
      (_, names: string, host: string) => {
        for (const name of names.split(/\s*[,;|]\s*/)) emails.push(`${name}@${host}`);
        return '';
      },
    )
    .replaceAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (email) => {
      emails.push(email);
      return '';
    });
  return { emails: [...new Set(emails)], rest: rest.replaceAll(/\b(?:e-?mails?|contact)\s*:?\s*(?=[,;\s]*$)/gim, '') };
}

/** Gives people their addresses: those that hold their family name or are their first, else one after the other where there are as many. */
export function assignEmails(people: readonly Contributor[], emails: readonly string[]): void {
  const left = new Set(emails.filter((email) => !people.some((each) => each.email === email)));
  const without = (): Contributor[] => people.filter(({ email }) => email === undefined);
  for (const person of without()) {
    const family = fold(person.family ?? person.name);
    const given = fold(person.given?.split(' ')[0] ?? '');
    const found = [...left].filter((email) => {
      const local = fold(email.split('@')[0] ?? '');
      return (family.length > 2 && local.includes(family)) || (given.length > 2 && local === given);
    });
    if (found.length === 1 && found[0] !== undefined) {
      person.email = found[0];
      left.delete(found[0]);
    }
  }
  const rest = without();
  if (rest.length !== left.size) return;
  for (const [i, email] of [...left].entries()) {
    const person = rest[i];
    if (person) person.email = email;
  }
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[^a-z]/gi, '')
    .toLowerCase();
}
