import { describe, expect, it } from 'vitest';
import { decodeMessage } from '@/utils/dns/decode-message';
import type { DnsMessage } from '@/utils/dns/message';
import {
  buildMessage,
  concat,
  extendedError,
  hex,
  mx,
  opt,
  toHex,
  uint16,
  wireName,
  type BuiltMessage,
  type BuiltRecord,
} from './build-message';

function decoded(bytes: Uint8Array): DnsMessage {
  const result = decodeMessage(bytes);
  if (!result.ok) throw new Error(`${result.fault.code} at ${result.fault.offset}`);
  return result.message;
}

const question = { name: 'example.org', type: 'MX' } as const;
const record = (type: number, rdata: Uint8Array): BuiltRecord => ({ name: 'example.org', type, rdata });

/** Header and question of an answer to example.org MX; the name stands at octet 12 (0xc00c). */
const HEAD = (answers: number): string =>
  `0000 8180 0001 ${answers.toString(16).padStart(4, '0')} 0000 0000 07 6578616d706c65 03 6f7267 00 000f 0001`;

describe('a compressed answer', () => {
  const bytes = hex(`
    0000 81a0 0001 0002 0000 0001
    07 4578616d706c65 03 6f7267 00  000f 0001     | Example.org MX IN
    c00c 000f 0001 0000012c 0008 000a 03 6d7831 c00c | MX 10 mx1 + pointer
    c014 000f 0001 8000012c 0004 0014 c02b         | org (pointer into a name); exchange: pointer to mx1…
    00 0029 04d0 00 00 8000 0000                   | OPT`);

  it('is read with names expanded, also in rdata', () => {
    expect(decoded(bytes)).toEqual({
      id: 0,
      response: true,
      truncated: false,
      authenticData: true,
      checkingDisabled: false,
      rcode: 0,
      question: { name: 'Example.org', type: 15, class: 1 },
      answers: [
        {
          name: 'Example.org',
          type: 15,
          class: 1,
          ttl: 300,
          rdata: hex('000a 03 6d7831 07 4578616d706c65 03 6f7267 00'),
          data: { type: 'MX', preference: 10, exchange: 'mx1.Example.org' },
        },
        {
          name: 'org',
          type: 15,
          class: 1,
          ttl: 0,
          rdata: hex('0014 03 6d7831 07 4578616d706c65 03 6f7267 00'),
          data: { type: 'MX', preference: 20, exchange: 'mx1.Example.org' },
        },
      ],
      authorities: [],
      additionals: [],
      extendedErrors: [],
    });
  });

  it('is refused when cut short anywhere', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(decodeMessage(bytes.subarray(0, length)).ok, `${length} octets`).toBe(false);
    }
  });
});

describe('header', () => {
  const flags: [flags: number, expected: Partial<DnsMessage>][] = [
    [0x0100, { response: false }],
    [0x8380, { response: true, truncated: true }],
    [0x81b0, { authenticData: true, checkingDisabled: true }],
    [0x8183, { rcode: 3 }],
    [0x818f, { rcode: 15 }],
  ];
  it.each(flags)('flags %i', (value, expected) => {
    expect(decoded(buildMessage({ question, flags: value }))).toMatchObject(expected);
  });

  it('may come without a question', () => {
    expect(decoded(buildMessage({ rcode: 1 }))).toMatchObject({ question: null, rcode: 1 });
  });
});

describe('OPT', () => {
  it('extends the RCODE and carries errors, and is no additional record', () => {
    const errors = concat(
      extendedError(6, 'signature expired'),
      hex('000a 0008 0102030405060708'), // a cookie
      extendedError(15),
      hex('000f 0004 0012 4100'), // text that ends in NUL
      hex('000f 0003 0016 ff'), // text that is no UTF-8
    );
    const message = decoded(
      buildMessage({ question, rcode: 2, additionals: [mx('example.org', 1, 'a'), opt(errors, 0x01008000)] }),
    );
    expect(message.rcode).toBe(0x12);
    expect(message.additionals).toHaveLength(1);
    expect(message.extendedErrors).toEqual([
      { code: 6, text: 'signature expired' },
      { code: 15, text: '' },
      { code: 18, text: 'A' },
      { code: 22, text: '\ufffd' },
    ]);
  });

  it('does not mistake its top bit for a TTL', () => {
    expect(decoded(buildMessage({ question, additionals: [opt(undefined, 0xff000000)] })).rcode).toBe(0xff0);
  });
});

describe('records that are kept raw', () => {
  it('of unknown types', () => {
    const message = decoded(buildMessage({ question, answers: [record(65280, hex('c00c ff'))] }));
    expect(message.answers[0]).toMatchObject({ rdata: hex('c00cff'), data: { type: 'UNKNOWN' } });
  });

  it('of other classes, where an address may have any form', () => {
    const chaos = { ...record(1, hex('0102')), class: 3 };
    expect(decoded(buildMessage({ question, answers: [chaos] })).answers[0]).toMatchObject({
      class: 3,
      rdata: hex('0102'),
      data: { type: 'UNKNOWN' },
    });
  });

  const compressed: [type: number, rdata: string, expanded: string, why: string][] = [
    [12, 'c00c', '', 'PTR'],
    [14, 'c00c 01 61 c00c', '<name> 01 61', 'MINFO: two names'],
    [17, '01 61 c00c c00c', '01 61 <name>', 'RP: two names'],
    [33, '0001 0002 01bb c00c', '0001 0002 01bb', 'SRV'],
    [35, '0001 0002 01 53 00 02 2121 c00c', '0001 0002 01 53 00 02 2121', 'NAPTR: three strings'],
    [18, '0001 c00c', '0001', 'AFSDB'],
    [26, '0001 c00c c00c', '0001 <name>', 'PX: two names'],
  ];
  it.each(compressed)('type %i with its names expanded: %s', (type, rdata, expanded) => {
    const name = toHex(wireName('example.org'));
    const message = decoded(buildMessage({ question, answers: [record(type, hex(rdata))] }));
    expect(toHex(message.answers[0]?.rdata ?? new Uint8Array())).toBe(
      expanded.replace('<name>', name).replaceAll(' ', '') + name,
    );
    expect(message.answers[0]?.data).toEqual({ type: 'UNKNOWN' });
  });
});

describe('names never merge', () => {
  it('keeps a dot in a label apart from a dot between labels', () => {
    const merged = concat(hex(HEAD(1)), hex('0b 6578616d706c652e6f7267 00 000f 0001 00000001 0003 0001 00'));
    const message = decoded(merged);
    expect(message.question?.name).toBe('example.org');
    expect(message.answers[0]?.name).toBe('example\\.org');
  });
});

describe('what is no message', () => {
  const label63 = `3f ${'61'.repeat(63)}`;
  const bad: [octets: string, fault: string, why: string][] = [
    ['', 'overrun', 'nothing'],
    ['0000 8180 0001', 'overrun', 'half a header'],
    ['0000 8980 0000 0000 0000 0000', 'opcode', 'IQUERY'],
    ['0000 a980 0000 0000 0000 0000', 'opcode', 'UPDATE'],
    ['0000 8180 0002 0000 0000 0000 00 0001 0001 00 0001 0001', 'several-questions', 'two (RFC 9619)'],
    ['0000 8180 0001 0000 0000 0000 00 0001', 'overrun', 'a question without class'],
    ['0000 8180 0000 ffff 0000 0000', 'count', 'far more records than octets'],
    [`${HEAD(2)} c00c 000f 0001 00000001 0003 0001 00`, 'count', 'one record fewer than announced'],
    [`${HEAD(0)} 00`, 'trailing-octets', 'something follows'],
    [`${HEAD(1)} c00c 000f 0001 00000001 0003 0001 00 00`, 'trailing-octets', 'something follows a record'],
    ['0000 8180 0001 0000 0000 0000 40 61 00 0001 0001', 'label-type', '01: extended label (RFC 6891 §5)'],
    ['0000 8180 0001 0000 0000 0000 80 61 00 0001 0001', 'label-type', '10: reserved'],
    ['0000 8180 0001 0000 0000 0000 c00c 0001 0001', 'pointer', 'to itself'],
    ['0000 8180 0001 0000 0000 0000 01 61 c00c 0001 0001', 'pointer', 'to the start of its own name'],
    ['0000 8180 0001 0000 0000 0000 c010 0001 0001', 'pointer', 'forwards'],
    ['0000 8180 0001 0000 0000 0000 c000 0001 0001', 'pointer', 'into the header'],
    ['0000 8180 0001 0000 0000 0000 c0', 'overrun', 'half a pointer'],
    [
      `${HEAD(2)} 00 ff00 0001 00000001 0001 05 c028 0001 0001 00000001 0004 01020304`,
      'overrun',
      'a pointer to a label that runs on past the pointer itself',
    ],
    ['0000 8180 0001 0000 0000 0000 05 6161', 'overrun', 'a label past the end'],
    [`0000 8180 0001 0000 0000 0000 ${label63.repeat(4)} 00 0001 0001`, 'name-too-long', '257 octets'],
    [
      `0000 8180 0001 0001 0000 0000 ${label63.repeat(3)} 00 0001 0001 3e ${'62'.repeat(62)} c00c 0001 0001 00000001 0004 01020304`,
      'name-too-long',
      '256 octets by way of a pointer',
    ],
    [`${HEAD(1)} c00c 0001 0001 00000001 0005 01020304`, 'overrun', 'RDLENGTH past the end'],
    [`${HEAD(1)} c00c 000f 0001 00000001 0009 0001 00`, 'overrun', 'RDLENGTH past the end, type with a name'],
    [`${HEAD(1)} c00c 000f 0001 00000001 0003 0001 c0 0c`, 'overrun', 'a pointer that crosses RDLENGTH'],
    [`${HEAD(1)} c00c 000f 0001 00000001 0004 0001 02 61 00`, 'overrun', 'a name that crosses RDLENGTH'],
    [`${HEAD(1)} c00c 000f 0001 00000001 0004 0001 00 00`, 'rdata', 'RDATA after the exchange'],
    [`${HEAD(1)} c00c 002f 0001 00000001 0005 c00c 000140`, 'pointer', 'NSEC must not be compressed'],
    [`${HEAD(1)} c00c 0027 0001 00000001 0002 c00c`, 'pointer', 'DNAME must not be compressed'],
    [`${HEAD(1)} 00 0029 04d0 00000000 0000`, 'opt', 'OPT among the answers'],
  ];
  it.each(bad)('%s … is %s: %s', (octets, fault) => {
    const result = decodeMessage(hex(octets));
    expect(result).toMatchObject({ ok: false, fault: { code: fault } });
  });

  const badOpt: [message: BuiltMessage, why: string][] = [
    [{ question, additionals: [opt(), opt()] }, 'two of them (RFC 6891 §6.1.1)'],
    [{ question, additionals: [{ ...opt(), name: 'example.org' }] }, 'not at the root'],
    [{ question, authorities: [opt()] }, 'in the authority section'],
    [{ question, additionals: [opt(hex('000f 0009 0006'))] }, 'an option past the end'],
    [{ question, additionals: [opt(hex('000f 0001 06'))] }, 'half an error code'],
    [{ question, additionals: [opt(hex('000f'))] }, 'an option without length'],
  ];
  it.each(badOpt)('OPT: %j: %s', (message) => {
    expect(decodeMessage(buildMessage(message))).toMatchObject({ ok: false, fault: { code: 'opt' } });
  });

  it('refuses more than 65535 octets', () => {
    const rdata = new Uint8Array(65535 - buildMessage({ question }).length - 23);
    const full = buildMessage({ question, answers: [record(65280, rdata)] });
    expect(full).toHaveLength(65535);
    expect(decoded(full).answers).toHaveLength(1);
    const over = concat(full.subarray(0, -rdata.length - 2), uint16(rdata.length + 1), rdata, [0]);
    expect(decodeMessage(over)).toMatchObject({ ok: false, fault: { code: 'too-long' } });
  });
});

describe('hostile compression', () => {
  it('reads a chain of 127 pointers, and no longer one', () => {
    const chain = (pointers: number): Uint8Array => {
      // A TXT-like blob of type 65280 holds pointers, each to the one before; the owner points to the last.
      const base = buildMessage({ question }).length + 11 + wireName('x').length - 1;
      const blob: number[] = [0];
      for (let index = 0; index < pointers - 1; index += 1) {
        const target = base + (index === 0 ? 0 : 1 + 2 * (index - 1));
        blob.push(0xc0 | (target >> 8), target & 0xff);
      }
      const last = base + 1 + 2 * (pointers - 2);
      const first = { name: 'x', type: 65280, rdata: Uint8Array.from(blob) };
      const message = buildMessage({ question, answers: [first] });
      message.set(uint16(2), 6);
      return concat(message, [0xc0 | (last >> 8), last & 0xff], hex('0001 0001 00000001 0004 01020304'));
    };
    expect(decoded(chain(127)).answers[1]?.name).toBe('.');
    expect(decodeMessage(chain(128))).toMatchObject({ ok: false, fault: { code: 'pointer' } });
  });

  it('takes little time for the most costly message there is', () => {
    // Thousands of records, each of whose owners leads through as many pointers as are allowed.
    const head = hex('0000 8180 0000 0001 0000 0000');
    const blob = [0];
    for (let index = 0; index < 126; index += 1) {
      const target = 23 + (index === 0 ? 0 : 1 + 2 * (index - 1));
      blob.push(0xc0, target);
    }
    const first = concat([0], hex('ff00 0001 00000001'), uint16(blob.length), blob);
    const owner = 23 + 1 + 2 * 125;
    const each = concat([0xc0 | (owner >> 8), owner & 0xff], hex('ff00 0001 00000001 0000'));
    const count = Math.floor((65535 - head.length - first.length) / each.length);
    const bytes = concat(head, first, ...Array.from({ length: count }, () => each));
    bytes.set(uint16(count + 1), 6);
    const start = performance.now();
    const result = decodeMessage(bytes);
    expect(result.ok ? result.message.answers.length : result.fault).toBe(count + 1);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
