/**
 * A private certificate authority by the openssl command, and leaf certificates with it: sound ones, and
 * ones with each flaw a client has to notice.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from './run-command';

export type CertificateFlaw = 'wrong-name' | 'expired' | 'self-signed';

/** PEM texts for node:tls and node:https. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

export interface CertificateAuthority {
  /** File of the root certificate, PEM. */
  readonly caFile: string;
  /**
   * Makes a certificate for a host. Give each host its own: browsers share HTTP/2 connections between
   * hosts of one certificate.
   */
  readonly issue: (
    host: string,
    more?: { readonly flaw?: CertificateFlaw | undefined; readonly alsoFor?: readonly string[] },
  ) => Promise<Certificate>;
}

const P256 = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
const WRONG_NAME = 'somebody-else.invalid';
/** `openssl ca` can date a certificate back, but wants its books. */
const BOOKS = `[ca]
default_ca = books
[books]
database = index.txt
new_certs_dir = .
rand_serial = yes
default_md = sha256
unique_subject = no
policy = any
[any]
commonName = supplied
`;

/** Makes an authority whose files lie in the directory, which is made if need be. */
export async function makeAuthority(directory: string): Promise<CertificateAuthority> {
  await mkdir(directory, { recursive: true });
  const subject = ['-days', '30', '-subj', '/CN=Waxseal lab CA'];
  const extensions = ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign,cRLSign'];
  const files = ['-keyout', 'ca.key', '-out', 'ca.crt'];
  const added = extensions.flatMap((extension) => ['-addext', extension]);
  await runCommand('openssl', ['req', '-x509', ...P256, ...files, ...subject, ...added], directory);
  await writeFile(join(directory, 'books.cnf'), BOOKS);
  return openAuthority(directory);
}

/** An authority made earlier, perhaps by another process. */
export function openAuthority(directory: string): CertificateAuthority {
  return {
    caFile: join(directory, 'ca.crt'),
    issue: async (host, more = {}) => {
      const place = await mkdtemp(join(directory, 'leaf-'));
      const names = more.flaw === 'wrong-name' ? [WRONG_NAME] : [host, ...(more.alsoFor ?? [])];
      return issueLeaf(directory, place, names, more.flaw);
    },
  };
}

async function issueLeaf(
  authority: string,
  place: string,
  names: readonly string[],
  flaw?: CertificateFlaw,
): Promise<Certificate> {
  const subject = ['-subj', '/CN=Waxseal lab'];
  const alternatives = names.map((name) => `DNS:${name}`).join(',');
  const extensions = `subjectAltName=${alternatives}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`;
  await writeFile(join(place, 'leaf.ext'), extensions);
  await runCommand(
    'openssl',
    ['req', '-new', ...P256, ...subject, '-keyout', 'leaf.key', '-out', 'leaf.csr'],
    place,
  );
  await sign(authority, place, flaw);
  const read = (file: string): Promise<string> => readFile(join(place, file), 'utf8');
  return { cert: await read('leaf.crt'), key: await read('leaf.key') };
}

async function sign(authority: string, place: string, flaw?: CertificateFlaw): Promise<void> {
  const files = ['-in', 'leaf.csr', '-extfile', 'leaf.ext', '-out', 'leaf.crt'];
  if (flaw === 'expired') {
    await signBackdated(authority, place, files);
    return;
  }
  const signer =
    flaw === 'self-signed'
      ? ['-signkey', 'leaf.key']
      : [
          '-CA',
          join(authority, 'ca.crt'),
          '-CAkey',
          join(authority, 'ca.key'),
          '-set_serial',
          `0x${randomBytes(8).toString('hex')}`,
        ];
  await runCommand('openssl', ['x509', '-req', '-days', '30', '-sha256', ...signer, ...files], place);
}

async function signBackdated(authority: string, place: string, files: readonly string[]): Promise<void> {
  await writeFile(join(place, 'index.txt'), '');
  const dates = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'];
  const signer = ['-cert', join(authority, 'ca.crt'), '-keyfile', join(authority, 'ca.key')];
  const quiet = ['-batch', '-notext', '-config', join(authority, 'books.cnf')];
  await runCommand('openssl', ['ca', ...quiet, ...signer, ...dates, ...files], place);
}
