import { isSystemError } from '../system-error.ts';

const codes = new Set(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'EMFILE', 'EIO']);

/** Whether the models folder, or its disk, is what stands in the way. */
export function isFolderProblem(error: unknown): error is NodeJS.ErrnoException {
  return isSystemError(error) && codes.has(error.code);
}
