import type { Finding } from '@askg/contract';
import { enrichVersion, installedRecogniser, mapVersion, readVersion } from '@askg/ddm';

/** The stages that make a graph of a file, with their versions; they stand in the graph. */
export const stages: Readonly<Record<string, string>> = { read: readVersion, enrich: enrichVersion, map: mapVersion };

/** All stages in one text: a file that was read by another pipeline is read anew. */
export const pipeline = Object.entries(stages)
  .map(([name, version]) => `${name}/${version}`)
  .join(' ');

/** What recognises text on pages that have none, if it is installed. */
const recogniser = installedRecogniser();

/** The pipelines a file may have been read by to count as read: as it is, or with its text recognised on its pages. */
export const pipelines = [pipeline, withRecogniser(recogniser)];

const picturesOnly: ReadonlySet<string> = new Set(['ddm/no-text-layer', 'ddm/recognised-text']);

/**
 * What a file was read by, as its findings tell. Of a file without text of its own the recogniser is a part, or that there
 * was none, so that it is read anew once one is installed, and nothing else is.
 */
export function pipelineOf(findings: readonly Finding[]): string {
  return findings.some(({ code }) => picturesOnly.has(code)) ? withRecogniser(recogniser) : pipeline;
}

/** The stages of a file, for its graph: those of all files, and what recognised its text. */
export function stagesOf(findings: readonly Finding[]): Readonly<Record<string, string>> {
  const isRecognised = findings.some(({ code }) => code === 'ddm/recognised-text');
  return isRecognised && recogniser !== undefined ? { ...stages, recognise: recogniser } : stages;
}

/** The pipeline with a recogniser of these versions, or none. */
export function withRecogniser(versions: string | undefined): string {
  return `${pipeline} recognise/${versions ?? 'none'}`;
}
