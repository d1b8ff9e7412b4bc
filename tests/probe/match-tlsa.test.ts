import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFinding } from '../../probe/smtp/certificate-finding';
import { matchTlsa, tlsaText, type TlsaRecord } from '../../probe/smtp/match-tlsa';
import { makeAuthority } from '../../scripts/lab/certificates';
import { makeScratchDirectory, type ScratchDirectory } from '../../scripts/lab/scratch-directory';

const HOST = 'mx.example';
const NOW = Date.now();
let scratch: ScratchDirectory;
let root: X509Certificate;
const leaves: Record<string, X509Certificate> = {};

beforeAll(async () => {
  scratch = await makeScratchDirectory('tlsa');
  const authority = await makeAuthority(scratch.path);
  root = new X509Certificate(await readFile(join(scratch.path, 'ca.crt')));
  for (const flaw of [undefined, 'expired', 'wrong-name'] as const) {
    leaves[flaw ?? 'sound'] = new X509Certificate((await authority.issue(HOST, { flaw })).cert);
  }
});
afterAll(() => scratch.stop());

function record(usage: number, selector: number, matchingType: number, of: X509Certificate): TlsaRecord {
  const data = selector === 0 ? of.raw : of.publicKey.export({ type: 'spki', format: 'der' });
  const digests = [
    data,
    createHash('sha256').update(data).digest(),
    createHash('sha512').update(data).digest(),
  ];
  return { usage, selector, matchingType, association: digests[matchingType] ?? data };
}
const wrong: TlsaRecord = { usage: 3, selector: 1, matchingType: 1, association: new Uint8Array(32) };
const match = (kind: string, ...records: TlsaRecord[]) =>
  matchTlsa([leaves[kind] as X509Certificate, root], records, HOST, NOW);

describe('TLSA', () => {
  for (const selector of [0, 1]) {
    for (const matchingType of [0, 1, 2]) {
      it(`usages 3 and 2 with selector ${selector} and matching type ${matchingType}`, () => {
        expect(match('sound', record(3, selector, matchingType, leaves['sound'] as X509Certificate))).toBe(
          'match',
        );
        expect(match('sound', record(2, selector, matchingType, root))).toBe('match');
        expect(match('sound', record(3, selector, matchingType, root))).toBe('mismatch');
        expect(match('sound', record(2, selector, matchingType, leaves['sound'] as X509Certificate))).toBe(
          'mismatch',
        );
      });
    }
  }
  it.each(['expired', 'wrong-name'])('%s: usage 3 does not mind, usage 2 does', (kind) => {
    expect(match(kind, record(3, 1, 1, leaves[kind] as X509Certificate))).toBe('match');
    expect(match(kind, record(2, 1, 1, root))).toBe('mismatch');
  });
  it('one of several is enough, beside usages that do not count', () => {
    const sound = record(3, 1, 1, leaves['sound'] as X509Certificate);
    expect(match('sound', { ...wrong, selector: 0 }, sound)).toBe('match');
    expect(match('sound', { ...sound, usage: 1 })).toBe('unusable');
    expect(match('sound', { ...sound, association: new Uint8Array(31) })).toBe('unusable');
    expect(match('sound', { ...sound, usage: 0 }, wrong)).toBe('mismatch');
  });
  it('of two digests the stronger counts (RFC 7671 §9)', () => {
    const weak = record(3, 1, 1, leaves['sound'] as X509Certificate);
    expect(match('sound', weak, { ...wrong, matchingType: 2, association: new Uint8Array(64) })).toBe(
      'mismatch',
    );
  });
  it('is written as dig does', () => {
    expect(tlsaText({ ...wrong, association: Uint8Array.of(0xab, 1) })).toBe('3 1 1 ab01');
  });
});

describe('certificates', () => {
  it.each([
    ['sound', null, 'valid'],
    ['wrong-name', null, 'name-mismatch'],
    ['sound', 'CERT_HAS_EXPIRED', 'expired'],
    ['sound', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed'],
    ['sound', 'SOMETHING_NEW', 'invalid'],
  ])('%s with %s: %s', (kind, fault, finding) => {
    expect(certificateFinding(leaves[kind], fault, HOST)).toBe(finding);
  });
  it('none at all', () => {
    expect(certificateFinding(undefined, null, HOST)).toBeNull();
  });
});
