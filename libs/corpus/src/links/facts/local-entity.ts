import type { EntityType } from '@askg/contract';

/** A thing that a paper names, as its graph has it: the unit below the paper, its name, and its other names there. */
export type LocalEntity = { id: string; type: EntityType; label: string; otherLabels: readonly string[] };
