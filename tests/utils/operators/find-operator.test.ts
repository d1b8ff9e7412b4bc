import { describe, expect, it } from 'vitest';
import { operatorOf } from '@/utils/operators/find-operator';
import { matchesHostPattern } from '@/utils/operators/match-pattern';
import { OPERATORS } from '@/utils/operators/operator-table';
import { sourceTime } from '@/utils/operators/tls-standing';

describe('matchesHostPattern', () => {
  it.each([
    ['*.posteo.de', 'mx01.posteo.de', true, 'one label'],
    ['*.posteo.de', 'posteo.de', false, 'no label'],
    ['*.posteo.de', 'a.mx01.posteo.de', false, 'two labels'],
    ['*.posteo.de', 'mx01.notposteo.de', false, 'a label that only ends alike'],
    ['**.google.com', 'alt1.aspmx.l.google.com', true, 'any number of labels'],
    ['**.google.com', 'smtp.google.com', true, 'one of them'],
    ['**.google.com', 'google.com', false, 'but at least one'],
    ['**.google.com', 'google.com.example', false, 'the suffix in the middle'],
    ['inbound-smtp.*.amazonaws.com', 'inbound-smtp.eu-west-1.amazonaws.com', true, 'a label in the middle'],
    ['inbound-smtp.*.amazonaws.com', 'inbound-smtp.amazonaws.com', false, 'the label is missing'],
    ['**.ess.*.example', 'd1.ess.de.example', true, 'both kinds'],
    ['**.ess.*.example', 'ess.de.example', false, 'nothing before them'],
    ['mx1.comcast.net', 'mx1.comcast.net', true, 'a whole name'],
    ['mx1.comcast.net', 'mx1.comcast.net.example', false, 'a longer name'],
    ['*.a', '', false, 'nothing'],
  ])('%s, %s: %s (%s)', (pattern, host, expected) => {
    expect(matchesHostPattern(pattern, host)).toBe(expected);
  });
});

describe('operatorOf', () => {
  it.each([
    ['aspmx.l.google.com', 'Google', 'Workspace'],
    ['aspmx2.googlemail.com', 'Google', 'older Workspace'],
    ['gmail-smtp-in.l.google.com', 'Google', 'Gmail itself'],
    ['contoso-com.mail.protection.outlook.com', 'Microsoft 365', 'the label of a customer'],
    ['hotmail-com.olc.protection.outlook.com', 'Outlook.com', 'not Microsoft 365'],
    ['contoso-com.o-v1.mx.microsoft', 'Microsoft 365', 'signed'],
    ['mx01.mail.icloud.com', 'Apple iCloud', 'iCloud'],
    ['eu-smtp-inbound-1.mimecast.com', 'Mimecast', 'a filter'],
    ['mx0a-00112233.pphosted.com', 'Proofpoint', 'a filter'],
    ['d1.ess.barracudanetworks.com', 'Barracuda', 'a filter'],
    ['d1.ess.de.barracudanetworks.com', 'Barracuda', 'elsewhere'],
    ['route1.mx.cloudflare.net', 'Cloudflare Email Routing', 'a forwarder'],
    ['mx1.mail.ovh.net', 'OVHcloud', 'its own servers'],
  ])('%s: %s (%s)', (host, name) => {
    expect(operatorOf(host)?.name).toBe(name);
  });

  it.each([
    ['mx.example', 'nobody known'],
    ['google.com', 'the bare suffix'],
    ['mail.google.com.evil.example', 'a name that only looks alike'],
    ['vps-0a1b2c3d.vps.ovh.net', 'a customer’s machine'],
    ['ns3012345.ip-192-0-2.ovh.net', 'a customer’s machine'],
    ['ps123456.dreamhost.com', 'a customer’s machine'],
    ['c-192-0-2-1.hsd1.pa.comcast.net', 'a customer’s connection'],
    ['mail.comcast.net', 'not among the servers a source names'],
    ['ec2-192-0-2-1.compute-1.amazonaws.com', 'a customer’s machine'],
    ['ip-192-0-2-1.ip.secureserver.net', 'a customer’s machine'],
    ['mail.barracudanetworks.com', 'the company’s own host, not its filter'],
    ['constructor', 'a property of an object'],
    ['', 'nothing'],
  ])('%s: nobody (%s)', (host) => {
    expect(operatorOf(host)).toBeNull();
  });
});

describe('the operator tables', () => {
  it('have patterns of lower-case labels that end in a name of their own', () => {
    const patterns = OPERATORS.flatMap((operator) => operator.patterns);
    const odd = patterns.filter(
      (pattern) => !/^(?:\*\*\.)?(?:(?:[a-z0-9-]+|\*)\.)*[a-z0-9-]+\.[a-z]+$/.test(pattern),
    );
    expect(odd).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('state nothing without a source and a date', () => {
    const sources = OPERATORS.flatMap(({ names, tls }) => [...names, ...tls]);
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter(({ source }) => source.length < 8)).toEqual([]);
    const dated = /^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?|undated)$/;
    expect(sources.filter(({ asOf }) => !dated.test(asOf))).toEqual([]);
    expect(sources.filter(({ asOf }) => asOf !== 'undated' && Number.isNaN(sourceTime(asOf)))).toEqual([]);
  });

  it('cover every operator that was looked into', () => {
    expect(OPERATORS.length).toBeGreaterThanOrEqual(70);
  });
});
