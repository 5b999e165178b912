import { type LibraryOptions, buildLibrary } from './synthetic-library.ts';

/** A process of its own that makes a library, so that its memory is not that of the searches. */
process.on('message', (options: LibraryOptions) => {
  void buildLibrary(options).then((figures) => process.send?.(figures, () => process.exit(0)));
});
process.on('disconnect', () => process.exit(1));
