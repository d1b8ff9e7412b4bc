/** From domains to hosts over the world's real DNS-over-HTTPS. */
import { join } from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { openAuthority } from '../../scripts/lab/certificates';
import { makeScratchDirectory } from '../../scripts/lab/scratch-directory';
import { StartedParts } from '../../scripts/lab/stop-all';
import { startSmtp } from '../probe/smtp-server';
import { listAt, runProbe } from './run-probe';

const world = inject('world');
const parts = new StartedParts();
afterAll(() => parts.stopAll());

it('looks at the MX hosts of a domain, under their published addresses', async () => {
  const { path } = parts.keep(await makeScratchDirectory('probe-domains'));
  const host = 'mx1.enforce.test';
  const certificate = await openAuthority(world.authorityDir).issue(host);
  const server = parts.keep(await startSmtp({ tls: certificate }));
  const out = join(path, 'list.json');
  const domains = ['enforce.test', 'null-mx.test', 'missing.test', 'no-address.test', 'implicit.test'];
  const run = await runProbe(world, [
    '--out',
    out,
    '--connect',
    `${host}:25:127.0.0.1:${server.port}`,
    ...domains,
  ]);
  expect(run.status, run.stderr).toBe(0);
  const { hosts } = listAt(out);
  expect(hosts[host]?.[0]).toMatchObject({
    startTls: 'offered',
    handshake: { certificate: 'valid', tlsa: null },
  });
  // No rule leads anywhere for this one, and nobody sends us into our own network.
  expect(hosts['implicit.test']?.[0]).toMatchObject({ address: '127.0.0.2', reason: 'not-public' });
  expect(server.heard).toHaveLength(hosts[host]?.length ?? 0);
  expect(run.stdout).toMatch(/null-mx\.test +takes no mail/);
  expect(run.stdout).toMatch(/missing\.test +does not exist/);
  expect(run.stdout).toMatch(/mx1\.no-address\.test +has no address/);
});

it('says that nothing could be looked at, and then writes no list', async () => {
  const run = await runProbe(world, ['missing.test']);
  expect(run.status).toBe(3);
});
