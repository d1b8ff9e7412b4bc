/**
 * The one key and certificate of all mail servers of the world, and what TLSA records say of them. Records
 * of the table name what is only known once the world starts: `TLSA 3 1 1 KEY-SHA256`.
 */
import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Certificate, CertificateAuthority } from '../../scripts/lab/certificates';
import type { DomainRow } from './domain-row';

/** Hexadecimal data by the word that stands for it in records. */
export type MailPins = Readonly<Record<string, string>>;

export interface MailIdentity {
  readonly certificate: Certificate;
  readonly pins: MailPins;
}

/** Makes the certificate, good for every mail host of the table, and its pins. */
export async function makeMailIdentity(
  rows: readonly DomainRow[],
  authority: CertificateAuthority,
): Promise<MailIdentity> {
  const [first = 'mail.test', ...alsoFor] = mailHostNames(rows);
  const certificate = await authority.issue(first, { alsoFor });
  const leaf = new X509Certificate(certificate.cert);
  const root = new X509Certificate(await readFile(authority.caFile, 'utf8'));
  const key = leaf.publicKey.export({ type: 'spki', format: 'der' });
  const pins = {
    'KEY-SHA256': hash('sha256', key),
    'KEY-SHA512': hash('sha512', key),
    'KEY-ITSELF': key.toString('hex'),
    'LEAF-SHA256': hash('sha256', leaf.raw),
    'ROOT-SHA256': hash('sha256', root.raw),
    'OTHER-SHA256': hash('sha256', Buffer.from('another key')),
    'OTHER-SHA512': hash('sha512', Buffer.from('another key')),
  };
  return { certificate, pins };
}

/** A record with the words replaced. */
export function withPins(record: string, pins: MailPins): string {
  return record.replace(/\b(?:KEY|LEAF|ROOT|OTHER)-[A-Z0-9]+$/, (word) => {
    const data = pins[word];
    if (data === undefined) throw new Error(`no pin is called ${word}`);
    return data;
  });
}

/** Every domain and every name in an MX record: what an honest certificate of its server would say. */
export function mailHostNames(rows: readonly DomainRow[]): string[] {
  const names = rows.flatMap(({ domain, dns }) => {
    const records = 'records' in dns ? dns.records : [];
    const targets = records.flatMap((record) => /^\S+ MX \d+ ([a-z]\S*)$/.exec(record)?.[1] ?? []);
    return [domain, ...targets.map((target) => absolute(target, domain))];
  });
  return [...new Set(names)];
}

function absolute(name: string, origin: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : `${name}.${origin}`;
}

function hash(algorithm: 'sha256' | 'sha512', data: Buffer): string {
  return createHash(algorithm).update(data).digest('hex');
}
