/** What the demo zone answers to one DNS question, as plain data. */
import type { Answer, Question, SoaAnswer } from 'dns-packet';
import type { DemoDomain } from './domain';

/** Response codes used here (RFC 1035 §4.1.1). */
export type DemoRcode = 'NOERROR' | 'SERVFAIL' | 'NXDOMAIN' | 'REFUSED';

export interface DemoReply {
  readonly rcode: DemoRcode;
  readonly answers: readonly Answer[];
  readonly authorities: readonly Answer[];
}

/** How long answers hold, in seconds: short, so that a demo left open looks again. */
const TTL = 300;

/**
 * Answers a question from the table. Names outside of it do not exist; "stalled" means that no reply
 * must ever be sent.
 */
export function answerFrom(zone: readonly DemoDomain[], question: Question): DemoReply | 'stalled' {
  const name = question.name.toLowerCase();
  const domain = zone.find((row) => isUnder(name, row.domain));
  switch (domain?.dns) {
    case 'stalled':
      return 'stalled';
    case 'servfail':
      return { rcode: 'SERVFAIL', answers: [], authorities: [] };
    case 'filtered':
      return { rcode: 'NXDOMAIN', answers: [], authorities: [] };
    case 'no-such-name':
    case 'answers':
    case undefined:
      return fromRecords(recordsOf(zone), name, question);
  }
}

function fromRecords(records: readonly Answer[], name: string, question: Question): DemoReply {
  const answers = records.filter((record) => record.name === name && record.type === question.type);
  if (answers.length > 0) return { rcode: 'NOERROR', answers, authorities: [] };
  // A name that only has names below it exists too, with no records of its own (RFC 8020 §2).
  const exists = records.some((record) => isUnder(record.name, name));
  return { rcode: exists ? 'NOERROR' : 'NXDOMAIN', answers: [], authorities: [startOfAuthority()] };
}

/** All records of the zone. */
function recordsOf(zone: readonly DemoDomain[]): Answer[] {
  return zone.filter((row) => row.dns === 'answers').flatMap((row) => recordsOfDomain(row));
}

function recordsOfDomain(row: DemoDomain): Answer[] {
  const records: Answer[] = [];
  if (row.address) records.push({ type: 'A', name: row.domain, ttl: TTL, data: row.address });
  if (row.stsRecord) {
    records.push({ type: 'TXT', name: `_mta-sts.${row.domain}`, ttl: TTL, data: row.stsRecord });
  }
  const hosts = row.mx === 'null-mx' ? [{ name: '.', preference: 0, address: null }] : row.mx;
  for (const { name, preference, address } of hosts) {
    records.push({ type: 'MX', name: row.domain, ttl: TTL, data: { preference, exchange: name } });
    if (address) records.push({ type: 'A', name, ttl: TTL, data: address });
  }
  return records;
}

/** Goes with every negative answer and says how long it holds (RFC 2308 §3). */
function startOfAuthority(): SoaAnswer {
  const data = {
    mname: 'ns.test',
    rname: 'hostmaster.test',
    serial: 1,
    refresh: 3600,
    retry: 600,
    expire: 86400,
    minimum: TTL,
  };
  return { type: 'SOA', name: 'test', ttl: TTL, data };
}

function isUnder(name: string, ancestor: string): boolean {
  return name === ancestor || name.endsWith(`.${ancestor}`);
}
