/** The parts of the prober that need no server. */
import { describe, expect, it } from 'vitest';
import { confirmSight, makeControlLooks, type ControlFindings } from '../../probe/control-looks';
import { parseControls } from '../../probe/control-hosts';
import { isPublic, networkOf } from '../../probe/networks';
import { makePoliteness } from '../../probe/politeness';
import { progressParts } from '../../probe/progress';
import { readProbeArguments } from '../../probe/arguments';
import { isInShard } from '../../probe/targets';
import { bannerText, softwareOf } from '../../probe/smtp/greeting';
import type { Sight } from '../../probe/smtp/look-at';
import { keywordsOf, takeReply } from '../../probe/smtp/reply';

describe('replies', () => {
  it.each<[string, object]>([
    ['220 hello\r\n', { kind: 'reply', reply: { code: 220, lines: ['hello'] }, rest: '' }],
    ['250-a\r\n250 b\r\nrest', { kind: 'reply', reply: { code: 250, lines: ['a', 'b'] }, rest: 'rest' }],
    ['250\r\n', { kind: 'reply', reply: { code: 250, lines: [''] } }],
    ['220 bare line feed\n', { kind: 'reply' }],
    ['', { kind: 'incomplete' }],
    ['2', { kind: 'incomplete' }],
    ['250-a\r\n25', { kind: 'incomplete' }],
    ['250-a\r\nhello\r\n', { kind: 'not-smtp' }],
    ['HTTP/1.1 400', { kind: 'not-smtp' }],
    ['199 no\r\n', { kind: 'not-smtp' }],
    ['2200 no\r\n', { kind: 'not-smtp' }],
  ])('%j', (text, expected) => {
    expect(takeReply(text)).toMatchObject(expected);
  });
  it('keywords are the first words of all lines but the first', () => {
    expect(keywordsOf({ code: 250, lines: ['STARTTLS me', 'size 10', 'StartTLS', ''] })).toEqual([
      'SIZE',
      'STARTTLS',
    ]);
  });
});

describe('greetings', () => {
  it.each([
    ['mx ESMTP Postfix (Debian)', 'Postfix'],
    ['mx ESMTP Exim 4.96', 'Exim'],
    ['mx Microsoft ESMTP MAIL Service ready', 'Microsoft Exchange'],
    ['mx ESMTP', null],
  ])('%s: %s', (banner, software) => {
    expect(softwareOf(banner)).toBe(software);
  });
  it('lose what could steer a terminal, and their length', () => {
    expect(bannerText('\u001b[31mred')).toBe('?[31mred');
    expect(bannerText('x'.repeat(500))).toHaveLength(200);
    expect(bannerText('  ')).toBeNull();
  });
});

describe('addresses', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '169.254.1.1',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:8.8.8.8',
    '2001:db8::1',
  ])('%s is not public', (address) => {
    expect(isPublic(address)).toBe(false);
  });
  it.each(['8.8.8.8', '172.32.0.1', '2a00:1450::1'])('%s is public', (address) => {
    expect(isPublic(address)).toBe(true);
  });
  it.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2::5', '2001:db8:1::/48'],
    ['2001:db8::5', '2001:db8:0::/48'],
    ['::1', '0:0:0::/48'],
  ])('%s is in %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe('control hosts', () => {
  const bare: Sight = {
    banner: null,
    software: null,
    startTls: 'not-offered',
    reason: null,
    extensions: [],
    handshake: null,
  };
  const lost: Sight = { ...bare, startTls: 'inconclusive', reason: 'timed-out' };
  const found = (offered: number, withoutIt: number, reached: number): ControlFindings => ({
    offered,
    without: withoutIt,
    tried: 4,
    reached,
  });
  it.each<[string, Sight, ControlFindings, Sight['reason'], number]>([
    ['three offer it', bare, found(3, 0, 3), null, 3],
    ['two offer it', bare, found(2, 0, 2), 'uncontrolled', 2],
    ['three offer it, one does not', bare, found(3, 1, 4), 'stripped-here', 3],
    ['unreachable, as are all controls', lost, found(0, 0, 0), 'blocked-here', 0],
    ['unreachable alone', lost, found(3, 0, 3), 'timed-out', 0],
  ])('%s', async (_, sight, findings, reason, controls) => {
    const confirmed = await confirmSight(sight, 4, () => Promise.resolve(findings));
    expect([confirmed.reason, confirmed.controls]).toEqual([reason, controls]);
    expect(confirmed.startTls).toBe(reason === null ? 'not-offered' : 'inconclusive');
  });
  it('are not asked where STARTTLS was seen', async () => {
    const sight = await confirmSight({ ...bare, startTls: 'offered' }, 4, () =>
      Promise.reject(new Error('asked')),
    );
    expect(sight.controls).toBe(0);
  });
  it('count by operator, once in ten minutes, each family for itself', async () => {
    let now = 0;
    const asked: string[] = [];
    const controls = ['one', 'one', 'two'].map((operator, index) => ({ operator, host: `h${index}` }));
    const looks = makeControlLooks(
      controls,
      (host, family) => {
        asked.push(`${host}/${family}`);
        return Promise.resolve(family === 4 ? { ...bare, startTls: 'offered' as const } : null);
      },
      () => now,
    );
    expect(await looks(4)).toEqual({ offered: 2, without: 0, tried: 2, reached: 2 });
    await looks(4);
    expect(await looks(6)).toEqual({ offered: 0, without: 0, tried: 0, reached: 0 });
    expect(asked).toHaveLength(6);
    now = 600_000;
    await looks(4);
    expect(asked).toHaveLength(9);
  });
  it.each([
    [
      'A=a.example,B=b.example',
      [
        { operator: 'A', host: 'a.example' },
        { operator: 'B', host: 'b.example' },
      ],
    ],
    ['none', []],
    ['a.example', null],
    ['A=', null],
  ])('%s', (text, expected) => {
    expect(parseControls(text)).toEqual(expected);
  });
});

describe('politeness', () => {
  it('visits a network one at a time, others meanwhile', async () => {
    const politeness = makePoliteness(30, new AbortController().signal);
    const events: string[] = [];
    const visit = (address: string) =>
      politeness.inTurn(address, () => {
        events.push(address);
        return Promise.resolve(Date.now());
      });
    const [first, second, other] = await Promise.all([
      visit('192.0.2.1'),
      visit('192.0.2.2'),
      visit('198.51.100.1'),
    ]);
    expect(events).toEqual(['192.0.2.1', '198.51.100.1', '192.0.2.2']);
    expect(second - first).toBeGreaterThanOrEqual(28);
    expect(other - first).toBeLessThan(28);
  });
  it('goes on after a visit that failed', async () => {
    const politeness = makePoliteness(0, new AbortController().signal);
    await expect(politeness.inTurn('192.0.2.1', () => Promise.reject(new Error('bug')))).rejects.toThrow(
      'bug',
    );
    expect(await politeness.inTurn('192.0.2.1', () => Promise.resolve('next'))).toBe('next');
  });
});

describe('shards', () => {
  it('share out every host to exactly one', () => {
    const hosts = Array.from({ length: 300 }, (_, index) => `mx${index}.example`);
    const shares = [1, 2, 3].map((index) => hosts.filter((host) => isInShard(host, { index, of: 3 })));
    expect(shares.flat().sort()).toEqual([...hosts].sort());
    for (const share of shares) expect(share.length).toBeGreaterThan(60);
  });
});

describe('progress', () => {
  it.each([
    [50, 100, 10_000, { bar: '█'.repeat(12) + '░'.repeat(12), rate: '5.0', left: '0:10' }],
    [1, 7201, 1_000, { bar: '░'.repeat(24), rate: '1.0', left: '2:00:00' }],
    [100, 100, 1_000, { bar: '█'.repeat(24), rate: '100', left: '0:00' }],
  ])('%i of %i after %i ms', (done, total, elapsed, expected) => {
    expect(progressParts(done, total, elapsed)).toEqual(expected);
  });
});

describe('the command line', () => {
  it('is taken over', () => {
    const { options, fault } = readProbeArguments([
      'a.example',
      '--shard',
      '2/3',
      '--port',
      '2525',
      '--file',
      'x',
      '--out',
      'o',
      '--resume',
    ]);
    expect(fault).toBeNull();
    expect(options).toMatchObject({
      targets: ['a.example'],
      shard: { index: 2, of: 3 },
      port: 2525,
      files: ['x'],
      out: 'o',
      resume: true,
    });
  });
  it.each([
    [[], 'probe.error.no_target'],
    [['a.example', '--resume'], 'probe.error.resume_without_out'],
    [['a.example', '--shard', '4/3'], 'probe.error.bad_shard'],
    [['a.example', '--port', '0'], 'probe.error.bad_number'],
    [['a.example', '--controls', 'x'], 'probe.error.bad_controls'],
    [['a.example', '--doh', 'http://x'], 'cli.error.bad_doh'],
    [['a.example', '--connect', 'x'], 'cli.error.bad_resolve'],
    [['a.example', '--ehlo', 'a b'], 'probe.error.bad_ehlo'],
    [['a.example', '--wat'], 'cli.error.unknown_option'],
    [['a.example', '--out'], 'cli.error.value_missing'],
    [['a.example', '--hosts=x'], 'cli.error.value_unwanted'],
  ])('%j: %s', (args, key) => {
    expect(readProbeArguments(args).fault?.key).toBe(key);
  });
});
