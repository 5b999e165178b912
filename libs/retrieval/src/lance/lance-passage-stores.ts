import type { PassageStore, PassageStores } from '../passage-store.ts';
import { passagesVersion } from '../passages/passages-of.ts';
import { IndexFolder } from './index-folder.ts';
import { LancePassageStore } from './lance-passage-store.ts';

/** Passage indices in the folder of a corpus. */
export class LancePassageStores implements PassageStores {
  readonly #folder: IndexFolder;

  constructor(corpusFolder: string) {
    this.#folder = new IndexFolder(corpusFolder);
  }

  async open(instance: string): Promise<PassageStore | undefined> {
    const pointer = this.#folder.read();
    const stands = pointer?.passagesVersion === passagesVersion && pointer.instance === instance;
    return stands && this.#folder.holds(instance) ? LancePassageStore.open(this.#folder, instance) : undefined;
  }

  begin(instance: string): Promise<PassageStore> {
    return LancePassageStore.open(this.#folder, instance);
  }

  async show({ instance }: PassageStore): Promise<void> {
    this.#folder.point(instance, passagesVersion);
    this.#folder.dropOthers(instance);
  }
}
