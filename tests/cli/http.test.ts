import { expect, it } from 'vitest';
import { openHttp } from '@/cli/http';
import { plainGet } from '@/utils/network/fetch';

const never = new AbortController().signal;

// Port 9 is one that fetch never connects to, port 1 is merely closed.
it.each([
  ['https://127.0.0.1:9/', 'a port that is never connected to'],
  ['https://127.0.0.1:1/', 'a closed port'],
])('%s: every question fails, and none waits for a first connection (%s)', async (url) => {
  const http = openHttp([], 60_000);
  const questions = [1, 2, 3].map(() => http.resolverFetch(url, plainGet({}, never)));
  const ends = await Promise.allSettled(questions);
  await http.close();
  expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});
