/**
 * A name that a source gives a file, as a path below the root of the upload: `/` between parts, no `.` and `..` left.
 * @returns nothing for a name that leads out of the upload or to something that is no file (absolute paths, drives, pipes)
 */
export function sourcePath(name: string, folder = ''): string | undefined {
  const clean = name.trim().replace(/^"(.*)"$/s, '$1');
  // oxlint-disable-next-line no-control-regex -- a name with control characters is no name.
  if (clean === '' || /^[/~|]|^[a-z]:|[\\\u0000-\u001f]|^\w+:\/\//i.test(clean)) return undefined;
  const parts: string[] = [];
  for (const part of `${folder}/${clean}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.length === 0 ? undefined : parts.join('/');
}

/** The folder of a path; empty for the root. */
export function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
}
