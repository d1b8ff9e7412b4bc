/**
 * A private certificate authority by the openssl command, and leaf certificates with it: sound ones, and
 * ones with each flaw a client has to notice.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
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
  /** Makes a certificate for exactly one host, so that HTTP/2 connections are never shared between hosts. */
  readonly issue: (host: string, flaw?: CertificateFlaw) => Promise<Certificate>;
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
  const caFile = join(directory, 'ca.crt');
  await runCommand(
    'openssl',
    [
      'req',
      '-x509',
      ...P256,
      '-keyout',
      'ca.key',
      '-out',
      'ca.crt',
      '-days',
      '30',
      '-subj',
      '/CN=Waxseal lab CA',
    ]
      .concat(['-addext', 'basicConstraints=critical,CA:TRUE'])
      .concat(['-addext', 'keyUsage=critical,keyCertSign,cRLSign']),
    directory,
  );
  await writeFile(join(directory, 'books.cnf'), BOOKS);
  let count = 0;
  return {
    caFile,
    issue: async (host, flaw) => {
      count += 1;
      const place = join(directory, `leaf-${count}`);
      await mkdir(place);
      return issueLeaf(directory, place, host, flaw);
    },
  };
}

async function issueLeaf(
  authority: string,
  place: string,
  host: string,
  flaw?: CertificateFlaw,
): Promise<Certificate> {
  const name = flaw === 'wrong-name' ? WRONG_NAME : host;
  const subject = ['-subj', `/CN=${name.slice(0, 64)}`];
  const extensions = `subjectAltName=DNS:${name}\nextendedKeyUsage=serverAuth\nbasicConstraints=CA:FALSE\n`;
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
      : ['-CA', join(authority, 'ca.crt'), '-CAkey', join(authority, 'ca.key'), '-CAcreateserial'];
  await runCommand('openssl', ['x509', '-req', '-days', '30', '-sha256', ...signer, ...files], place);
}

async function signBackdated(authority: string, place: string, files: readonly string[]): Promise<void> {
  await writeFile(join(place, 'index.txt'), '');
  const dates = ['-startdate', '20200101000000Z', '-enddate', '20200201000000Z'];
  const signer = ['-cert', join(authority, 'ca.crt'), '-keyfile', join(authority, 'ca.key')];
  const quiet = ['-batch', '-notext', '-config', join(authority, 'books.cnf')];
  await runCommand('openssl', ['ca', ...quiet, ...signer, ...dates, ...files], place);
}
