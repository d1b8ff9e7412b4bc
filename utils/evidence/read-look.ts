/** Reads one look of a list by a stranger: every field is checked, and no other is let through. */
import type { Handshake, Look, TlsaSeen } from './look';
import {
  CERTIFICATE_FINDINGS,
  HANDSHAKE_OUTCOMES,
  INCONCLUSIVE_REASONS,
  TLSA_OUTCOMES,
  TLS_VERSIONS,
} from './look';
import type { Fields } from './value-checks';
import { familyOf, hasExactly, isCount, isFields, isMoment, isName, isNullOr, isOneOf } from './value-checks';

const MEMBERS = [
  ...['address', 'family', 'at', 'vantage', 'network', 'tries', 'banner', 'software'],
  ...['startTls', 'reason', 'extensions', 'handshake', 'controls'],
];
const HANDSHAKE_MEMBERS = ['outcome', 'version', 'certificate', 'notAfter', 'tlsa', 'saidEhlo'];
const EXTENSIONS: readonly string[] = ['REQUIRETLS', 'SMTPUTF8', 'STARTTLS'];
const LONGEST_BANNER = 200;
const LONGEST_NAME = 64;
const MOST_RECORDS = 32;
/** Longest "usage selector matching hex": a whole certificate under matching type 0. */
const LONGEST_RECORD = 8_192;

/** Whether the value is a look whose fields fit each other. */
export function isLook(value: unknown): value is Look {
  return (
    isFields(value) && hasExactly(value, MEMBERS) && isPlace(value) && isGreeting(value) && isOffer(value)
  );
}

function isPlace({ address, family, at, vantage, network, tries, controls }: Fields): boolean {
  return (
    typeof address === 'string' &&
    familyOf(address) === family &&
    isMoment(at) &&
    isName(vantage, LONGEST_NAME) &&
    isName(network, LONGEST_NAME) &&
    isCount(tries, 100) &&
    isCount(controls, 100)
  );
}

function isGreeting({ banner, software, extensions }: Fields): boolean {
  const isBanner = (value: unknown): value is string => isName(value, LONGEST_BANNER);
  const isSoftware = (value: unknown): value is string => isName(value, LONGEST_NAME);
  return (
    isNullOr(banner, isBanner) &&
    isNullOr(software, isSoftware) &&
    Array.isArray(extensions) &&
    extensions.length <= EXTENSIONS.length &&
    extensions.every((word) => isOneOf(word, EXTENSIONS))
  );
}

function isOffer({ startTls, reason, handshake }: Fields): boolean {
  switch (startTls) {
    case 'offered':
      return reason === null && isHandshake(handshake);
    case 'not-offered':
      return reason === null && handshake === null;
    case 'inconclusive':
      return isOneOf(reason, INCONCLUSIVE_REASONS) && handshake === null;
    default:
      return false;
  }
}

function isHandshake(value: unknown): value is Handshake {
  if (!isFields(value) || !hasExactly(value, HANDSHAKE_MEMBERS)) return false;
  const { outcome, version, certificate, notAfter, tlsa, saidEhlo } = value;
  if (!isOneOf(outcome, HANDSHAKE_OUTCOMES) || typeof saidEhlo !== 'boolean') return false;
  if (outcome !== 'done') {
    return version === null && certificate === null && notAfter === null && tlsa === null && !saidEhlo;
  }
  return (
    isOneOf(version, TLS_VERSIONS) &&
    isOneOf(certificate, [...CERTIFICATE_FINDINGS, null]) &&
    isNullOr(notAfter, isMoment) &&
    isNullOr(tlsa, isTlsaSeen)
  );
}

function isTlsaSeen(value: unknown): value is TlsaSeen {
  if (!isFields(value) || !hasExactly(value, ['outcome', 'records'])) return false;
  const { outcome, records } = value;
  return (
    isOneOf(outcome, TLSA_OUTCOMES) &&
    Array.isArray(records) &&
    records.length >= 1 &&
    records.length <= MOST_RECORDS &&
    records.every(isRecordText)
  );
}

function isRecordText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.length <= LONGEST_RECORD &&
    /^\d{1,3} \d{1,3} \d{1,3} [0-9a-f]*$/.test(value)
  );
}
