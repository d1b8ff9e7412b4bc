/** The engine itself, asking the demo's servers over HTTPS, must say of each domain what the table expects. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dohHandler } from '../../demo/doh-server';
import { policySites } from '../../demo/policy-site';
import { DEMO_ZONE } from '../../demo/zone';
import { parseRecipient } from '@/utils/address/parse-recipient';
import { ROOT_ANCHORS } from '@/utils/dnssec/trust-anchor';
import type { LookupEffects } from '@/utils/lookup/effects';
import { makeLookUp } from '@/utils/lookup/look-up';
import { readInput } from '@/utils/lookup/read-input';
import { makeValidator } from '@/utils/lookup/validate-chain';
import { makeZoneKeyCache } from '@/utils/lookup/zone-key-cache';
import { makeDohClient } from '@/utils/network/doh-client';
import { makePolicyFetcher } from '@/utils/network/policy-fetcher';
import { senderFor } from '@/utils/senders/find-sender';
import { decide } from '@/utils/verdict/decide';
import { makeDemoFetch } from './demo-fetch';
import type { DemoFetch } from './demo-fetch';
import { startDemoSites } from './demo-sites';
import type { DemoSites } from './demo-sites';

const RESOLVER = 'https://dns.demo.test/dns-query';
const TIMEOUT_MS = 1_000;
let sites: DemoSites;
let net: DemoFetch;

beforeAll(async () => {
  const resolver = { host: new URL(RESOLVER).hostname, handle: dohHandler(DEMO_ZONE, () => undefined) };
  sites = await startDemoSites([resolver, ...policySites(DEMO_ZONE)]);
  net = makeDemoFetch(sites.port, sites.ca);
});
afterAll(async () => {
  await net.stop();
  await sites.stop();
});

async function gather(typed: string) {
  const input = readInput(parseRecipient(`anna@${typed}`), Date.now());
  return input.kind === 'look-up' ? makeLookUp(effects(), { deadlineMs: TIMEOUT_MS })(input.domain) : input;
}

function effects(): LookupEffects {
  const now = () => Date.now();
  const after = (milliseconds: number, callback: () => void) => {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  };
  const edge = { fetch: net.fetch, now, after, timeoutMs: TIMEOUT_MS };
  const query = makeDohClient({ ...edge, resolvers: [RESOLVER] });
  const zoneKeys = makeZoneKeyCache({ now });
  return {
    query,
    validate: makeValidator({ query, anchors: ROOT_ANCHORS, crypto: crypto.subtle, now, zoneKeys }).validate,
    recallEvidence: () => Promise.resolve(null),
    fetchPolicy: makePolicyFetcher(edge),
    recallPolicy: () => Promise.resolve({ cached: null, failure: null }),
    rememberPolicy: () => Promise.resolve(),
    now,
    after,
    resolver: RESOLVER,
  };
}

describe('verdicts on the demo zone', () => {
  it.each(DEMO_ZONE)('$typed: $about', async ({ typed, domain, expected }) => {
    const evidence = await gather(typed);
    const gmail = decide(evidence, senderFor({ webmail: 'gmail', from: null, chosen: null }), Date.now());
    const selfHosted = decide(
      evidence,
      senderFor({ webmail: 'roundcube', from: null, chosen: null }),
      Date.now(),
    );
    expect({ level: gmail.level, conditional: gmail.conditional }).toEqual(expected.gmail);
    expect({ level: selfHosted.level, conditional: selfHosted.conditional }).toEqual(expected.selfHosted);
    if (evidence.kind === 'domain') expect(evidence.domain).toBe(domain);
  });
});
