/** What is timed: steps of the engine that run once for every answer or every verdict. */
import { decode, encode } from 'dns-packet';
import type { Answer } from 'dns-packet';
import { decodeMessage } from '@/utils/dns/decode-message';
import { encodeQuery } from '@/utils/dns/encode-query';
import { RR_TYPE } from '@/utils/dns/message';
import { parseName } from '@/utils/dns/name';
import type { Name } from '@/utils/dns/name';
import { parsePolicy } from '@/utils/mta-sts/parse-policy';
import { decide } from '@/utils/verdict/decide';
import type { Race } from './compare-speed';
import { sampleEvidence } from './sample-evidence';

const DOMAIN = 'bench.test';
const POLICY =
  'version: STSv1\r\nmode: enforce\r\nmx: *.bench.test\r\nmx: mx.bench.test\r\nmax_age: 604800\r\n';

/** Of the right form and size; nobody verifies it here. */
const SIGNATURE = {
  typeCovered: 'MX',
  algorithm: 13,
  labels: 2,
  originalTTL: 300,
  expiration: 1_800_000_000,
  inception: 1_790_000_000,
  keyTag: 4711,
  signersName: DOMAIN,
  signature: Buffer.alloc(64, 7),
};

/** All races. Throws if a side does not do its work: a fast failure would be a fine time. */
export function allRaces(): Race[] {
  const message = sampleMessage();
  const name = parseName(DOMAIN);
  if (name === null || !decodeMessage(message).ok) throw new Error('the sample cannot be read');
  const evidence = sampleEvidence(DOMAIN, Date.now());
  return [
    {
      name: 'decode an answer (4 MX, signed)',
      ours: () => decodeMessage(message),
      yardstick: 'dns-packet, same message',
      theirs: () => decode(message),
    },
    encodeRace(name),
    {
      name: 'decide a verdict (3 hosts, MTA-STS)',
      ours: () => decide(evidence, { kind: 'unknown' }, evidence.gatheredAt),
      yardstick: 'a structured clone of its evidence',
      theirs: () => structuredClone(evidence),
    },
    policyRace(),
  ];
}

function encodeRace(name: Name): Race {
  return {
    name: 'encode a query (padded)',
    ours: () => encodeQuery({ name, type: RR_TYPE.MX }),
    yardstick: 'dns-packet, not padded',
    theirs: () => encode({ type: 'query', questions: [{ type: 'MX', name: DOMAIN }] }),
  };
}

function policyRace(): Race {
  const policy = Buffer.from(POLICY);
  const json = JSON.stringify(parsePolicy(policy));
  return {
    name: 'parse a policy file',
    ours: () => parsePolicy(policy),
    yardstick: 'JSON.parse of what it says',
    theirs: () => JSON.parse(json) as unknown,
  };
}

/** An answer as a validating resolver sends it: MX records with their signature. */
function sampleMessage(): Buffer {
  const answers: Answer[] = [10, 20, 30, 40].map((preference) => ({
    type: 'MX',
    name: DOMAIN,
    ttl: 300,
    data: { preference, exchange: `mx${preference}.mail.${DOMAIN}` },
  }));
  return encode({
    type: 'response',
    questions: [{ type: 'MX', name: DOMAIN }],
    answers: [...answers, { type: 'RRSIG', name: DOMAIN, ttl: 300, data: SIGNATURE }],
  });
}
