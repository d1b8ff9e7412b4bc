import { describe, expect, it } from 'vitest';
import { decide } from '@/utils/verdict/decide';
import { operatorRemarks, operatorRuling } from '@/utils/verdict/operator-rules';
import type { Evidence } from '@/utils/verdict/evidence';
import type { SenderContext } from '@/utils/senders/sender';
import {
  NOW as MOMENT,
  ADDRESS_FAILED,
  CHECKING,
  DANE_BLIND,
  IGNORING,
  NOT_ASKED,
  NO_ADDRESS,
  UNKNOWN_SENDER,
  UNREAD,
  domain,
  host,
  read,
  record,
} from './sample-evidence';

const NOW = Date.UTC(2026, 10, 24);

const YEARS_LATER = Date.UTC(2031, 0, 1);
const remarks = (host: string, now = NOW): string[] => operatorRemarks(host, now).map(({ code }) => code);

describe('operatorRuling', () => {
  it('expects encryption where a source holds, and names it', () => {
    expect(operatorRuling('aspmx.l.google.com', NOW)).toEqual({
      level: 'expected',
      conditional: false,
      mechanism: null,
      reasons: [
        {
          code: 'handled-by-operator',
          params: {
            operator: 'Google',
            source: 'github.com/KumoCorp/kumomta assets/policy-extras/shaping.toml',
            asOf: '2026-02-23',
          },
        },
      ],
    });
  });

  it.each([
    ['mx00.gmx.net', NOW, true, 'a recent source'],
    ['mx1.posteo.de', NOW, true, 'two independent sources'],
    ['mx1.posteo.de', YEARS_LATER, true, 'two independent sources, however old'],
    ['mx.kpnmail.nl', NOW, true, 'one recent source'],
    ['mx.kpnmail.nl', YEARS_LATER, false, 'the same source, grown old'],
    ['mx01.mail.de', NOW, false, 'one source of 24 months and twelve days'],
    ['mx01.mail.de', 0, true, 'a clock before the tables: as old as when they were made'],
    ['mx1.disroot.org', NOW, false, 'one old source'],
    ['mx0a-1.pphosted.com', NOW, false, 'no source for TLS'],
    ['n1.netvigator.com', NOW, false, 'a suffix with customers’ machines is only named'],
    ['d1.ess.barracudanetworks.com', NOW, true, 'a filter with a recent source'],
    ['mx.example', NOW, false, 'nobody known'],
  ])('%s at %d: %s (%s)', (host, now, expected) => {
    expect(operatorRuling(host, now) !== null).toBe(expected);
  });

  it('never leads further than expected', () => {
    expect(operatorRuling('mx00.gmx.net', NOW)).toMatchObject({ level: 'expected', mechanism: null });
  });
});

describe('operatorRemarks', () => {
  it.each([
    ['mx00.gmx.net', [], 'the ruling names the operator already'],
    ['mx1.disroot.org', ['operator-named'], 'known by name only'],
    ['eu-smtp-inbound-1.mimecast.com', ['filtered-by'], 'a filter'],
    ['d1.ess.barracudanetworks.com', ['filtered-by'], 'a filter, even where its TLS is vouched for'],
    ['mx1.improvmx.com', ['forwarded-by'], 'a forwarder'],
    ['mx.example', [], 'nobody known'],
  ])('%s: %j (%s)', (host, codes) => {
    expect(remarks(host)).toEqual(codes);
  });
});

const GMX = 'mx00.gmx.net';
const MIMECAST = 'eu-smtp-inbound-1.mimecast.com';
const BARRACUDA = 'd1.ess.barracudanetworks.com';

function judged(evidence: Evidence, sender: SenderContext = CHECKING): [string, ...string[]] {
  const { level, reasons } = decide(evidence, sender, MOMENT);
  return [level, ...reasons.map(({ code }) => code)];
}

describe('the verdict on a domain whose operator is known by name', () => {
  it.each<[Evidence, string, string, string]>([
    [domain([host(GMX)]), 'expected', 'handled-by-operator', 'nothing else is known'],
    [
      domain([host(GMX)], record(UNREAD)),
      'expected',
      'handled-by-operator',
      'evidence beside an unread policy',
    ],
    [
      domain([host(GMX)], read('testing', 'else.example')),
      'expected',
      'handled-by-operator',
      'a test names others',
    ],
    [
      domain([host(GMX), host('mx.example')]),
      'opportunistic',
      'nothing-requires',
      'the weakest host decides',
    ],
    [
      domain([host(GMX)], read('enforce', GMX)),
      'enforced',
      'sts-enforce',
      'never less than what is required',
    ],
    [
      domain([host(GMX)], read('enforce', 'mx.example')),
      'blocked',
      'sts-no-host-matches',
      'nor more than is allowed',
    ],
    [domain([host(GMX, 10, NO_ADDRESS)]), 'undeliverable', 'no-host-address', 'it cannot be reached'],
    [domain([host(GMX, 10, ADDRESS_FAILED)]), 'unknown', 'address-lookup-failed', 'nor is it known whether'],
    [domain([host('mx1.disroot.org')]), 'opportunistic', 'operator-named', 'a name without a good source'],
    [domain([host(MIMECAST)]), 'opportunistic', 'filtered-by', 'a filter'],
    [domain([host(BARRACUDA)]), 'expected', 'filtered-by', 'a filter with a source'],
    [
      domain([host(BARRACUDA)], read('enforce', BARRACUDA)),
      'enforced',
      'filtered-by',
      'as far as the filter',
    ],
    [domain([host('mx1.improvmx.com')]), 'opportunistic', 'forwarded-by', 'a forwarder'],
  ])('%#', (...[evidence, level, code]) => {
    const [found, ...codes] = judged(evidence);
    expect(found).toBe(level);
    expect(codes).toContain(code);
  });

  it('says what was left open beside it', () => {
    const unread = judged(domain([host(GMX)], record(UNREAD)));
    expect(unread).toEqual(['expected', 'handled-by-operator', 'sts-unread']);
  });

  it('takes no host that was not looked at for granted', () => {
    const hosts = [host(GMX), host('mx01.gmx.net', 20, NOT_ASKED)];
    expect(judged(domain(hosts))[0]).toBe('opportunistic');
  });

  it.each([
    ['unknown', UNKNOWN_SENDER],
    ['ignoring policies', IGNORING],
    ['ignoring DANE', DANE_BLIND],
  ] as const)('is the same for a sender %s: no requirement is involved', (_, sender) => {
    expect(judged(domain([host(GMX)]), sender)[0]).toBe('expected');
  });

  it('names a filter once for many hosts', () => {
    const codes = judged(domain([host(MIMECAST), host('eu-smtp-inbound-2.mimecast.com')]));
    expect(codes.filter((code) => code === 'filtered-by')).toHaveLength(1);
  });
});
