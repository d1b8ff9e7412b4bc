/**
 * Signatures are checked by the browser's own WebCrypto. The production build trusts only the root of the real
 * internet, whose keys nobody here can sign with; so the validator runs in a page of the extension with another
 * anchor, over zones signed for the test, and has to say there what it says in Node.
 */
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildMessage, cname, mx, type BuiltRecord } from '../utils/dns/build-message';
import { makeBench, summary } from '../utils/dnssec/bench';
import { makeTree, NOW, type ZonePlan } from '../utils/dnssec/signed-tree';
import { BROWSER_NAME } from './browsers/browser-under-test';
import { startInWorld, type Started } from './browsers/started';
import type { RecordedTree } from './pages/validate-in-page';

const QUESTIONS = [
  ['MX rsasha1.test', 'secure: signed'],
  ['MX rsasha256.test', 'secure: signed'],
  ['MX rsasha512.test', 'secure: signed'],
  ['MX p256.test', 'secure: signed'],
  ['MX p384.test', 'secure: signed'],
  ['MX ed25519.test', 'secure: signed'],
  ['A alias.p256.test', 'secure: signed'],
  ['TLSA _25._tcp.mx.p256.test', 'secure: denied'],
  ['A nothing.nsec3.test', 'secure: denied'],
  ['MX unsigned.test', 'insecure: unsigned-delegation'],
  ['MX expired.test', 'bogus: expired'],
  ['MX forged.test', 'bogus: bad-signature'],
] as const;

const zone = (label: string, plan: Partial<ZonePlan> = {}): ZonePlan => {
  const name = `${label}.test`;
  const address: BuiltRecord = { name: `mx.${name}`, type: 'A', rdata: Uint8Array.of(192, 0, 2, 1) };
  return {
    name,
    records: [mx(name, 10, `mx.${name}`), address, cname(`alias.${name}`, `mx.${name}`)],
    ...plan,
  };
};

describe(`the validator in ${BROWSER_NAME}`, () => {
  let started: Started;
  let states: readonly string[] = [];

  beforeAll(async () => {
    const [recorded, script] = await Promise.all([recordTree(), bundle()]);
    started = await startInWorld([]);
    const page = await started.browser.openExtensionPage('options.html');
    await page.runScript(script);
    states = await page.evaluate(
      (tree) =>
        (globalThis as unknown as { validateAll: (tree: RecordedTree) => Promise<string[]> }).validateAll(
          tree,
        ),
      recorded,
    );
  });
  afterAll(() => started.browser.stop());

  it.each(QUESTIONS.map(([question, state], place) => [question, state, place] as const))(
    '%s is %s',
    (_question, state, place) => {
      expect(states[place]).toBe(state);
    },
  );
});

/** Signs the zones, asks and validates everything in Node, and keeps each answer that was needed. */
async function recordTree(): Promise<RecordedTree> {
  const tree = await makeTree([
    { name: '.', algorithm: 8 },
    { name: 'test', algorithm: 13 },
    zone('rsasha1', { algorithm: 5 }),
    zone('rsasha256', { algorithm: 8 }),
    zone('rsasha512', { algorithm: 10 }),
    zone('p256', { algorithm: 13 }),
    zone('p384', { algorithm: 14 }),
    zone('ed25519', { algorithm: 15 }),
    zone('nsec3', { denial: { kind: 'nsec3' } }),
    zone('unsigned', { unsigned: true }),
    zone('expired', { holds: [-1000, -1] }),
    zone('forged'),
  ]);
  const answers: Record<string, readonly number[]> = {};
  const bench = makeBench(tree, {
    tamper: (question, message) => {
      const forged = question === 'MX forged.test' ? withOtherHost(message) : message;
      answers[question] = [...buildMessage(forged)];
      return forged;
    },
  });
  const inNode: string[] = [];
  for (const [question] of QUESTIONS) inNode.push(summary(await bench.validate(question)));
  expect(inNode).toEqual(QUESTIONS.map(([, state]) => state));
  return { anchors: tree.anchors, answers, questions: QUESTIONS.map(([question]) => question), now: NOW };
}

type Message = Parameters<typeof buildMessage>[0];

/** The MX record names another host than was signed. */
function withOtherHost(message: Message): Message {
  const answers = (message.answers ?? []).map((record) =>
    record.type === 'MX' ? mx(record.name, 10, 'mx.elsewhere.test') : record,
  );
  return { ...message, answers };
}

/** The validator as one script, by the bundler that makes the production build. */
async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  const outputs = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    resolve: { alias: { '@': root } },
    build: {
      write: false,
      lib: {
        entry: `${root}/tests/e2e/pages/validate-in-page.ts`,
        formats: ['iife'],
        name: 'validateInPage',
      },
    },
  });
  const output = Array.isArray(outputs) ? outputs[0] : outputs;
  if (output === undefined || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}
