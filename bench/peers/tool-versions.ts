import { spawnSync } from 'node:child_process';
import { popplerVersion } from '../../test/eval/documents/page/page-words.ts';

const packages = ['pdfminer.six', 'unstructured', 'docling', 'opendataloader-pdf'];

const script = `
import importlib.metadata as m, json, sys
def of(name):
    try: return m.version(name)
    except m.PackageNotFoundError: return None
print(json.dumps({name: of(name) for name in sys.argv[1:]}))
`;

/** The versions of the converters that are installed. */
export function toolVersions(python: string): Record<string, string> {
  const { status, stdout } = spawnSync(python, ['-c', script, ...packages], { encoding: 'utf8' });
  const versions = status === 0 ? (JSON.parse(stdout) as Record<string, string | null>) : {};
  const found = Object.entries({ poppler: popplerVersion() ?? null, ...versions });
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
}
