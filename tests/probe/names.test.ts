import { describe, expect, it } from 'vitest';
import type { DnsMessage, RecordData } from '@/utils/dns/message';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName, type Name } from '@/utils/dns/name';
import type { QueryDns } from '@/utils/lookup/effects';
import { namesBy } from '../../probe/names';

const RECORDS: Readonly<Record<string, readonly RecordData[]>> = {
  'two.example MX': [
    { type: 'MX', preference: 20, exchange: 'b.example' as Name },
    { type: 'MX', preference: 10, exchange: 'A.example' as Name },
  ],
  'a.example A': [{ type: 'A', address: '192.0.2.1' }],
  'a.example AAAA': [{ type: 'AAAA', address: '2001:db8::1' }],
  '_25._tcp.a.example TLSA': [
    { type: 'TLSA', usage: 3, selector: 1, matchingType: 1, association: new Uint8Array(32) },
  ],
};

/** A resolver that knows the table, and says of it whether DNSSEC protects it. */
function resolver(authenticData: boolean): QueryDns {
  return (text, type) => {
    const name = parseName(text) as Name;
    if (text === 'silent.example') {
      return Promise.resolve({ status: 'failed', failure: { code: 'timeout' }, resolver: 'x', at: 0 });
    }
    const answers = (RECORDS[`${text} ${type}`] ?? []).map((data) => ({
      name,
      type: RR_TYPE[type],
      class: 1,
      ttl: 60,
      rdata: new Uint8Array(),
      data,
    }));
    const flags = { id: 0, response: true, truncated: false, checkingDisabled: false, rcode: 0 };
    const sections = { question: null, answers, authorities: [], additionals: [], extendedErrors: [] };
    const message: DnsMessage = { ...flags, ...sections, authenticData };
    return Promise.resolve({ status: 'answered', message, resolver: 'x', at: 0 });
  };
}

describe.each([true, false])('with DNSSEC: %s', (secure) => {
  const names = namesBy(resolver(secure), new AbortController().signal);
  it('finds mail hosts by preference, or the domain itself', async () => {
    expect(await names.mailHosts('two.example')).toEqual(['a.example', 'b.example']);
    expect(await names.mailHosts('none.example')).toEqual(['none.example']);
    expect(await names.mailHosts('silent.example')).toBe('failed');
  });
  it('finds addresses of both families', async () => {
    expect(await names.addresses('a.example')).toEqual({ addresses: ['192.0.2.1', '2001:db8::1'], secure });
    expect(await names.addresses('b.example')).toEqual({ addresses: [], secure });
    expect(await names.addresses('silent.example')).toBeNull();
  });
  it('takes TLSA records only if they are protected', async () => {
    expect(await names.tlsa('a.example')).toHaveLength(secure ? 1 : 0);
    expect(await names.tlsa('b.example')).toEqual([]);
  });
});
