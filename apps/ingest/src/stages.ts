import { enrichVersion, mapVersion, readVersion } from '@askg/ddm';

/** The stages that make a graph of a file, with their versions; they stand in the graph. */
export const stages: Readonly<Record<string, string>> = { read: readVersion, enrich: enrichVersion, map: mapVersion };

/** All stages in one text: a file that was read by another pipeline is read anew. */
export const pipeline = Object.entries(stages)
  .map(([name, version]) => `${name}/${version}`)
  .join(' ');
