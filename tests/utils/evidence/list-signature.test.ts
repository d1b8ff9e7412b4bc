import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@/utils/evidence/canonical-json';
import { checkSignature, type VerifyEd25519 } from '@/utils/evidence/list-signature';
import { signList, verifyEd25519 } from '../../../probe/lists/ed25519';
import { enough, listOf, withTls } from './sample-looks';

const { privateKey } = generateKeyPairSync('ed25519');
const list = listOf({ 'mx.example': enough(), 'b.example': [withTls(1)] });
const signed = { ...list, signature: signList(list, privateKey) };

/** As the extension does it. */
const byWebCrypto: VerifyEd25519 = async (publicKey, signature, octets) => {
  const key = await webcrypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return webcrypto.subtle.verify('Ed25519', key, signature, octets);
};

describe.each([
  ['Node', verifyEd25519],
  ['WebCrypto', byWebCrypto],
] as const)('by %s', (_, verify) => {
  const check = (candidate: typeof signed, expectedKey: string | null = null) =>
    checkSignature(candidate, { verify, expectedKey });
  it('a signature holds, also after the list was written anew', async () => {
    const again = JSON.parse(JSON.stringify(signed, null, 4)) as typeof signed;
    const turned = {
      signature: again.signature,
      hosts: again.hosts,
      header: again.header,
      version: again.version,
      format: again.format,
    };
    expect(await check(turned)).toEqual({ kind: 'good', publicKey: signed.signature.publicKey });
    expect((await check(turned, signed.signature.publicKey)).kind).toBe('good');
  });
  it('one changed digit breaks it', async () => {
    const header = { ...signed.header, madeAt: signed.header.madeAt + 1 };
    expect((await check({ ...signed, header })).kind).toBe('bad');
  });
  it('another key is told apart', async () => {
    const other = signList(list, generateKeyPairSync('ed25519').privateKey);
    expect((await check({ ...list, signature: other }, signed.signature.publicKey)).kind).toBe('other-key');
    expect(
      (await check({ ...list, signature: { ...other, publicKey: signed.signature.publicKey } })).kind,
    ).toBe('bad');
  });
});

it('without a signature it is unsigned, and one from a file of its own counts', async () => {
  const o = { verify: verifyEd25519, expectedKey: null };
  expect((await checkSignature(list, o)).kind).toBe('unsigned');
  expect((await checkSignature(list, { ...o, signature: signed.signature })).kind).toBe('good');
});

describe('canonical JSON', () => {
  it.each<[unknown, string]>([
    [{ b: 1, a: [true, null, 'ü"\n'] }, '{"a":[true,null,"ü\\"\\n"],"b":1}'],
    [
      { '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4, '1': 5 },
      '{"\\r":2,"1":5,"\u20ac":1,"\ud83d\ude00":3,"\ufb33":4}',
    ],
    [[1e30, 4.5, 0.002, 1e-27, -0], '[1e+30,4.5,0.002,1e-27,0]'],
    [{ a: undefined }, '{}'],
  ])('%j (RFC 8785 §3.2)', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});
