import type { ModelIdentity } from '@askg/inference';
import { passagesVersion } from '../passages/passages-of.ts';
import { modelTag } from '../vectors/model-tag.ts';

/** Changes with the mappings: an index that was laid out otherwise is built anew. */
const layout = 'v1';

/**
 * Names of the indices of one corpus. Each generation has its own, marked with the versions of their layout and of the
 * passages; readers know the aliases only, which are moved from one generation to the next.
 */
export class IndexNames {
  /** The alias of the passages. */
  readonly passages: string;
  /** All indices of the corpus. */
  readonly all: string;

  /** @param index letters in lower case, digits, `-` and `_` */
  constructor(index: string) {
    this.passages = index;
    this.all = `${index}.*`;
  }

  /** The alias of the vectors of a model. */
  vectors(model: ModelIdentity): string {
    return `${this.passages}.vectors-${tagOf(model)}`;
  }

  passagesOf(instance: string): string {
    return `${this.#generation(instance)}.passages`;
  }

  vectorsOf(instance: string, model: ModelIdentity): string {
    return `${this.#generation(instance)}.vectors-${tagOf(model)}`;
  }

  /** The vectors of all models. */
  allVectorsOf(instance: string): string {
    return `${this.#generation(instance)}.vectors-*`;
  }

  isOf(instance: string, name: string): boolean {
    return name.startsWith(`${this.#generation(instance)}.`);
  }

  /** The alias that an index of a generation is known by. */
  aliasOf(instance: string, name: string): string {
    const part = name.slice(`${this.#generation(instance)}.`.length);
    return part === 'passages' ? this.passages : `${this.passages}.${part}`;
  }

  /** The instance of an index of passages; undefined when another version has made it. */
  instanceOf(name: string): string | undefined {
    const [before, after] = [this.#generation(''), '.passages'];
    return name.startsWith(before) && name.endsWith(after) ? name.slice(before.length, -after.length) : undefined;
  }

  #generation(instance: string): string {
    return `${this.passages}.${layout}-${nameable(passagesVersion)}.${nameable(instance)}`;
  }
}

function tagOf(model: ModelIdentity): string {
  return modelTag(model).toLowerCase();
}

/** As a part of the name of an index. */
export function nameable(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9_-]/gu, '-');
}
