/** Look-ups as the worker wires them, over a resolver that answers from a tree of signed zones. */
import { fakePermissions } from '../../fakes/fake-permissions';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeAnswers } from '@/entrypoints/background/answers';
import { makeLookUps, type LookUp } from '@/entrypoints/background/look-ups';
import { makeMemoryCache } from '@/utils/cache/memory-cache';
import { decodeMessage } from '@/utils/dns/decode-message';
import { RR_TYPE, type RrTypeName } from '@/utils/dns/message';
import type { TrustAnchor } from '@/utils/dnssec/trust-anchor';
import type { Fetch } from '@/utils/network/fetch';
import { decide } from '@/utils/verdict/decide';
import { buildMessage, mx, type BuiltRecord } from '../../utils/dns/build-message';
import { NOW, makeTree, type SignedTree } from '../../utils/dnssec/signed-tree';

const RESOLVER = 'https://dns.example/dns-query';
/** A response that is recursive and, by the resolver's word, authentic (RFC 4035 §3.2.3). */
const AUTHENTIC = 0x81a0;
const DOMAIN = 'sealed.test';

let tree: SignedTree;
beforeAll(async () => {
  const host = `mx.${DOMAIN}`;
  const records: BuiltRecord[] = [
    mx(DOMAIN, 10, host),
    { name: host, type: 'A', rdata: Uint8Array.of(192, 0, 2, 1) },
    { name: `_25._tcp.${host}`, type: 'TLSA', rdata: Uint8Array.of(3, 1, 1, ...new Uint8Array(32)) },
  ];
  tree = await makeTree([{ name: '.' }, { name: 'test' }, { name: DOMAIN, records }]);
});

beforeEach(() => {
  fakePermissions({ browser: 'chrome', granted: ['https://dns.example/*'] });
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Worker {
  readonly asked: string[];
  readonly lookUp: (incognito?: boolean) => LookUp;
}

/** A worker that trusts these keys of the root; without, the real ones. */
function startWorker(anchors?: readonly TrustAnchor[]): Worker {
  const asked: string[] = [];
  const fetch: Fetch = async (url) => {
    const { name, type } = questionIn(url);
    asked.push(`${type} ${name}`);
    return reply(buildMessage({ ...(await tree.answer(name, type)), flags: AUTHENTIC }));
  };
  const caches = [makeMemoryCache({ now: () => NOW }), makeMemoryCache({ now: () => NOW })] as const;
  const lookUps = makeLookUps({
    fetch,
    answersFor: makeAnswers({ fetch, ...(anchors !== undefined && { anchors }) }),
    cacheFor: (incognito) => caches[incognito ? 1 : 0],
  });
  return {
    asked,
    lookUp: (incognito = false) => lookUps({ resolvers: [RESOLVER], readPolicies: false, incognito }),
  };
}

function questionIn(url: string): { name: string; type: RrTypeName } {
  const base64 = new URL(url).searchParams.get('dns')?.replaceAll('-', '+').replaceAll('_', '/') ?? '';
  const decoded = decodeMessage(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
  const question = decoded.ok ? decoded.message.question : null;
  const type = Object.entries(RR_TYPE).find(([, number]) => number === question?.type)?.[0];
  if (question === null || type === undefined) throw new Error(`no question: ${url}`);
  return { name: question.name, type: type as RrTypeName };
}

function reply(body: Uint8Array): Awaited<ReturnType<Fetch>> {
  const { headers, body: stream } = new Response(Uint8Array.from(body), {
    headers: { 'content-type': 'application/dns-message' },
  });
  return { status: 200, headers, body: stream };
}

describe('the worker', () => {
  it('validates from the keys it trusts', async () => {
    const found = await startWorker(tree.anchors).lookUp()(DOMAIN);
    const { level, mechanism, dnssec } = decide(found, { kind: 'checking' }, NOW);
    expect([level, mechanism, dnssec]).toEqual(['enforced', 'dane', { mx: 'secure', by: 'local' }]);
  });

  it('trusts the real root and no other: a private one is no more than the word of the resolver', async () => {
    const found = await startWorker().lookUp()(DOMAIN);
    const { level, conditional, reasons, dnssec } = decide(found, { kind: 'checking' }, NOW);
    expect([level, conditional, reasons[0]?.code]).toEqual(['expected', true, 'dane-unconfirmed']);
    expect(dnssec).toEqual({ mx: 'secure', by: 'resolver' });
  });

  it('asks nothing twice while it holds, whoever asks; private windows share with nobody', async () => {
    const { asked, lookUp } = startWorker(tree.anchors);
    await lookUp()(DOMAIN);
    const first = [...asked];
    expect(first).toContain(`MX ${DOMAIN}`);
    expect(new Set(first).size).toBe(first.length);
    const again = await lookUp()(DOMAIN);
    expect(decide(again, { kind: 'checking' }, NOW).level).toBe('enforced');
    expect(asked).toEqual(first);
    await lookUp(true)(DOMAIN);
    expect(asked.slice(first.length).sort()).toEqual([...first].sort());
  });
});
