import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { ocrPackages } from './tesseract.ts';

/** Gives the text of the `package.json` of an installed package; undefined where it is not installed. */
export type ManifestFinder = (name: string) => string | undefined;

/**
 * The packages that recognise text on pages without any, with their versions (`NAME@VERSION`, apart by `+`); undefined where
 * one of them is not installed. What they make of a page is a matter of their versions.
 */
export function installedRecogniser(manifestOf: ManifestFinder = findManifest): string | undefined {
  const found = ocrPackages.map((name) => {
    const manifest = manifestOf(name);
    return manifest === undefined ? undefined : `${name}@${(JSON.parse(manifest) as { version: string }).version}`;
  });
  return found.every((each) => each !== undefined) ? found.join('+') : undefined;
}

function findManifest(name: string): string | undefined {
  try {
    const path = findPackageJSON(name, import.meta.url);
    return path === undefined ? undefined : readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
