import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policySites } from '../../demo/policy-site';
import { DEMO_ZONE } from '../../demo/zone';
import { startDemoSites } from './demo-sites';
import type { DemoSites } from './demo-sites';

const PATH = '/.well-known/mta-sts.txt';
let sites: DemoSites;

beforeAll(async () => {
  sites = await startDemoSites(policySites(DEMO_ZONE));
});
afterAll(() => sites.stop());

describe('policy hosts of the demo', () => {
  it('serve their policy as text', async () => {
    const reply = await sites.get('mta-sts.sealed.test', PATH);
    expect({ ...reply, body: reply.body.toString() }).toEqual({
      status: 200,
      type: 'text/plain',
      body: 'version: STSv1\r\nmode: enforce\r\nmx: mx.sealed.test\r\nmax_age: 604800\r\n',
    });
  });
  it('serve it nowhere else', async () => {
    expect((await sites.get('mta-sts.sealed.test', '/')).status).toBe(404);
  });
  it('lack it, where the table says so', async () => {
    expect((await sites.get('mta-sts.lost-policy.test', PATH)).status).toBe(404);
  });
  it('redirect, where the table says so', async () => {
    expect((await sites.get('mta-sts.elsewhere.test', PATH)).status).toBe(302);
  });
  it('have a certificate for another name, where the table says so', async () => {
    await expect(sites.get('mta-sts.wrong-name.test', PATH)).rejects.toMatchObject({
      code: 'ERR_TLS_CERT_ALTNAME_INVALID',
    });
  });
});
