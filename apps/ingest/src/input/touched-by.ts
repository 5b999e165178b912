import { dirname, sep } from 'node:path';

/** Papers of these kinds are read with files in and below their folder: parts, bibliographies. */
const readsOthers = /\.(?:tex|ltx|md|markdown)$/i;

/** Whether a file is to be looked at when others came or changed: it did itself, or one did that it may be read with. */
export function touchedBy(changed: ReadonlySet<string>): (path: string) => boolean {
  return (path) => {
    if (changed.has(path)) return true;
    if (!readsOthers.test(path)) return false;
    const folder = `${dirname(path)}${sep}`;
    return [...changed].some((other) => other.startsWith(folder));
  };
}
