import { describe, expect, it } from 'vitest';
import { readMailLog } from './mail-log';

const secured = (pid: number, how: string, relay: string): string =>
  `Nov 24 15:43:25 box postfix/dane/smtp[${pid}]: ${how} TLS connection established to ${relay}: TLSv1.3 with cipher X`;
const status = (pid: number, to: string, relay: string, state: string): string =>
  `Nov 24 15:43:26 box postfix/dane/smtp[${pid}]: 4A2: to=<${to}>, relay=${relay}, delay=0.1, dsn=2.0.0, status=${state} (250 taken)`;
const MX1 = 'mx1.a.test[127.0.0.2]:25';
const MX2 = 'mx2.a.test[127.0.0.2]:25';

describe('readMailLog', () => {
  it.each([
    [[status(1, 'x@a.test', MX1, 'sent')], 'clear', 'no connection was made safe'],
    [[secured(1, 'Verified', MX1), status(1, 'x@a.test', MX1, 'sent')], 'verified', 'the same process'],
    [[secured(1, 'Untrusted', MX1), status(1, 'x@a.test', MX1, 'sent')], 'encrypted', 'nobody identified'],
    [[secured(1, 'Trusted', MX1), status(1, 'x@a.test', MX1, 'sent')], 'encrypted', 'nobody bound to be'],
    [[secured(2, 'Verified', MX1), status(1, 'x@a.test', MX1, 'sent')], 'clear', 'another process'],
    [[secured(1, 'Verified', MX1), status(1, 'x@a.test', MX2, 'sent')], 'clear', 'another host'],
    [
      [secured(1, 'Verified', MX1), status(1, 'y@a.test', MX1, 'sent'), status(1, 'x@a.test', MX1, 'sent')],
      'clear',
      'the delivery before',
    ],
    [[status(1, 'x@a.test', 'none', 'deferred')], 'deferred', 'no host'],
    [[status(1, 'x@a.test', 'none', 'bounced')], 'bounced', 'given back'],
    [
      [status(1, 'x@a.test', 'none', 'deferred'), status(1, 'x@a.test', MX1, 'sent')],
      'deferred',
      'the first attempt counts',
    ],
  ])('%j is %s (%s)', (lines, fate) => {
    expect(readMailLog(lines.join('\n')).get('x@a.test')?.fate).toBe(fate);
  });

  it('knows nothing of messages under way', () => {
    expect(readMailLog(secured(1, 'Verified', MX1)).size).toBe(0);
  });
});
