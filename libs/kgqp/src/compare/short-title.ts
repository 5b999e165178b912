/** Longest name in code points that a sentence can hold well. */
const longest = 60;

/** What a paper is called in a sentence: its title up to the colon, or its first words. */
export function shortTitle(title: string): string {
  const colon = title.indexOf(': ');
  const name = colon > 1 ? title.slice(0, colon) : title;
  const points = Array.from(name);
  if (points.length <= longest) return name;
  return `${points
    .slice(0, longest)
    .join('')
    .replace(/\s+\S*$/u, '')} …`;
}
