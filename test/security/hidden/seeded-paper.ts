import type { Format } from '@askg/contract';
import type { Seed } from './paper.ts';

/** A paper twice: as its readers see it, and with a prompt that they do not see. */
export type SeededPaper = {
  name: string;
  format: Format;
  clean: Uint8Array;
  poisoned: Uint8Array;
  /** Whether the prompt reaches the text layer, so that its reader has to report it. */
  isReported: boolean;
  /** The bibliography of both. */
  companions?: { clean: Uint8Array; poisoned: Uint8Array };
};

/** Papers of one format, a seed each, by the names of the seeds. */
export function seeded(
  format: Format,
  make: (seed?: Seed) => Uint8Array,
  seeds: Record<string, Seed>,
  isReported: boolean,
): SeededPaper[] {
  return Object.entries(seeds).map(([name, seed]) => ({
    name: `${format}: ${name}`,
    format,
    clean: make(),
    poisoned: make(seed),
    isReported,
  }));
}
