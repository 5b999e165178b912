import { expect, it } from '@jest/globals';
import { hostsOf } from './hosts-of.ts';

it.each<[string, string, string[], (string | undefined)[]]>([
  ['one header', '/sparql?query=http://other/', ['Accept', '*/*', 'Host', 'a'], ['a']],
  ['none', '/', ['X-Host', 'a'], [undefined]],
  ['two', '/', ['Host', 'a', 'host', 'b'], [undefined]],
  ['a header with the value of a name', '/', ['X-A', 'host', 'X-B', 'b', 'Host', 'a'], ['a']],
  ['a whole address as target', 'http://b:80/x', ['Host', 'a'], ['a', 'b']],
  ['a target that is no address', 'x y', ['Host', 'a'], ['a', undefined]],
])('the names that a request gives the server, by %s', (_, url, rawHeaders, expected) => {
  expect(hostsOf({ url, rawHeaders })).toEqual(expected);
});
