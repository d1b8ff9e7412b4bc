/** Messages of the tiny internet. */
import { RCODE, RR_TYPE } from '@/utils/dns/message';
import type { DnsMessage, RecordData, ResourceRecord, RrTypeName } from '@/utils/dns/message';
import type { Name } from '@/utils/dns/name';
import type { Answer } from './fake-internet';

/** What the resolver says of (name, type). */
export function message(name: string, type: RrTypeName, answer: Answer): DnsMessage {
  const { records = [], exists = false, withoutSoa = false, ttl = 300, authentic = false } = answer;
  const { alias, local = authentic ? 'secure' : 'insecure' } = answer;
  const owner = alias ?? name;
  const answers = [
    ...(alias === undefined
      ? []
      : [resourceRecord(name, 'CNAME', ttl, { type: 'CNAME', target: alias as Name })]),
    ...records.map((text) => resourceRecord(owner, type, ttl, data(type, text))),
    ...((answer.signed ?? local !== 'insecure') ? [signature(name, type)] : []),
  ];
  const soa = resourceRecord('example', 'SOA', ttl, soaData(ttl));
  return {
    id: 0,
    response: true,
    truncated: false,
    authenticData: authentic,
    checkingDisabled: false,
    rcode: records.length > 0 || exists ? RCODE.NOERROR : RCODE.NXDOMAIN,
    question: { name: name as Name, type: RR_TYPE[type], class: 1 },
    answers,
    authorities: records.length > 0 || withoutSoa ? [] : [soa],
    additionals: [],
    extendedErrors: [],
  };
}

function resourceRecord(name: string, type: RrTypeName, ttl: number, read: RecordData): ResourceRecord {
  return { name: name as Name, type: RR_TYPE[type], class: 1, ttl, rdata: new Uint8Array(), data: read };
}

/** Only that there is one matters here. */
function signature(name: string, type: RrTypeName): ResourceRecord {
  return {
    ...resourceRecord(name, 'RRSIG', 300, { type: 'UNKNOWN' }),
    rdata: new Uint8Array([0, RR_TYPE[type]]),
  };
}

function data(type: RrTypeName, text: string): RecordData {
  if (type === 'TLSA') return tlsaData(text);
  if (type === 'A' || type === 'AAAA') return { type, address: text };
  if (type === 'TXT') return { type, strings: [new TextEncoder().encode(text)] };
  const [preference = '', exchange = ''] = text.split(' ');
  return { type: 'MX', preference: Number(preference), exchange: exchange as Name };
}

function soaData(minimum: number): RecordData {
  const name = 'example' as Name;
  return { type: 'SOA', mname: name, rname: name, serial: 1, refresh: 1, retry: 1, expire: 1, minimum };
}

function tlsaData(text: string): RecordData {
  const [usage = '', selector = '', matchingType = '', hex = ''] = text.split(' ');
  const association = Uint8Array.from(hex.match(/../g) ?? [], (octet) => parseInt(octet, 16));
  return {
    type: 'TLSA',
    usage: Number(usage),
    selector: Number(selector),
    matchingType: Number(matchingType),
    association,
  };
}
