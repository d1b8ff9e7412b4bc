import { describe, expect, it } from 'vitest';
import { operatorRemarks, operatorRuling } from '@/utils/verdict/operator-rules';

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
