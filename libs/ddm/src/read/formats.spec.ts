import { Format } from '@askg/contract';
import { expect, it } from '@jest/globals';
import { formatByExtension, formats } from './formats.ts';

it('each format of the contract has a reader, which can be loaded', async () => {
  expect(Object.keys(formats).toSorted()).toEqual(Format.options.toSorted());
  for (const { load } of Object.values(formats)) expect(await load()).toBeInstanceOf(Function);
});

it('an extension stands for one format', () =>
  expect(formatByExtension.size).toBe(Object.values(formats).flatMap(({ extensions }) => extensions).length));
