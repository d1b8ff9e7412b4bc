/** TLSA records for tests, from the few words that matter in a row. */
import { tlsaFault } from '@/utils/dane/tlsa-fault';
import type { TlsaRecord } from '@/utils/dane/tlsa-record';

/** A self-signed certificate of mx.example (P-256), and its public key. */
export const CERTIFICATE = octets(
  'MIIBgTCCASegAwIBAgIURExJqKomUw6u4KFx9Ox/q3Bdho4wCgYIKoZIzj0EAwIwFTETMBEGA1UEAwwKbXguZXhhbXBsZTAgFw0yNjExMjQxNTM4MTFaGA8yMTI2MTAzMTE1MzgxMVowFTETMBEGA1UEAwwKbXguZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABKaQWmXAcTVWukpRZLUemqELAg2qxhyuUQWsDKvnhCVSiZjQ7oSvK8NZ2WeGbwtREB7EbVLvmZMt0q5OgNRjFQejUzBRMB0GA1UdDgQWBBRIHOYQD9Tvq3lQlYJczSbhgEwJLTAfBgNVHSMEGDAWgBRIHOYQD9Tvq3lQlYJczSbhgEwJLTAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIFht/evyVWt3E/gdCNCaBqQqZW8F3siF0iRef8q4T9HUAiEAng87s0cWvY4FYtUschSfzTZiVA/UYAEbolKe0KaRZ6A=',
);
export const PUBLIC_KEY = octets(
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEppBaZcBxNVa6SlFktR6aoQsCDarGHK5RBawMq+eEJVKJmNDuhK8rw1nZZ4ZvC1EQHsRtUu+Zky3Srk6A1GMVBw==',
);

/** "3 1 1", with the data it takes to be usable unless told otherwise. */
export function tlsaRecord(fields: string, association = dataFor(fields)): TlsaRecord {
  const [usage = 0, selector = 0, matchingType = 0] = fields.split(' ').map(Number);
  const unusable = tlsaFault({ usage, selector, matchingType, association });
  const hex = Array.from(association, (octet) => octet.toString(16).padStart(2, '0')).join('');
  return { usage, selector, matchingType, association: hex, unusable };
}

function dataFor(fields: string): Uint8Array {
  const [, selector, matchingType] = fields.split(' ');
  if (matchingType === '0') return selector === '0' ? CERTIFICATE : PUBLIC_KEY;
  return new Uint8Array(matchingType === '2' ? 64 : 32);
}

function octets(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
