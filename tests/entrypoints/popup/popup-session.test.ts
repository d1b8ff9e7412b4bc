import { describe, expect, it, vi } from 'vitest';
import type { PopupView } from '@/components/popup/popup-view';
import { PopupSession } from '@/entrypoints/popup/popup-session';
import { DEFAULT_SETTINGS } from '@/utils/settings/settings';
import { reason } from '@/utils/verdict/reason';
import { sampleVerdict } from '../../components/sample-verdict';
import { AGREED, FakePopupWorld, answered, listing } from './fake-popup-world';

async function opened(change: Partial<FakePopupWorld> = {}) {
  const world = Object.assign(new FakePopupWorld(), change);
  const views: PopupView[] = [];
  const session = new PopupSession(world, 'a.example', (view) => views.push(view));
  await session.refresh();
  return { world, session, views, last: () => views.at(-1) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('where the popup stands', () => {
  it.each([
    [{ settings: DEFAULT_SETTINGS }, 'no-consent', 'nothing is asked before consent'],
    [{ url: null, composes: null }, 'unusable', 'a page of the browser itself'],
    [{ url: 'http://mail.example.org/', composes: null }, 'unusable', 'no https'],
    [{ url: 'https://mail.example.org/', composes: null }, 'no-permission', 'never put to use'],
    [{ composes: null, held: false }, 'no-permission', 'on, but the browser took the permission away'],
    [{ composes: null, settings: { ...AGREED, webmailsOff: ['gmail'] } }, 'no-permission', 'switched off'],
    [
      { settings: { ...AGREED, webmailsOff: ['gmail'] } },
      'no-permission',
      'off, though a script still answers',
    ],
    [{ composes: null }, 'no-compose', 'on, but the page was open before'],
    [{ composes: { webmail: 'gmail', composes: [] } }, 'no-compose', 'nothing is being written'],
    [{ composes: listing() }, 'no-recipients', 'a message without recipients'],
  ] as [Partial<FakePopupWorld>, string, string][])('%# %s', async (change, why) => {
    const { last } = await opened(change);
    expect(last()).toMatchObject({ kind: 'empty', why });
  });

  it('asks nothing of anybody without consent', async () => {
    const { world } = await opened({ settings: DEFAULT_SETTINGS });
    expect(world.done).toEqual([]);
  });
});

describe('the recipients', () => {
  it('get their verdicts', async () => {
    const { last, views } = await opened({ composes: listing('a.example', 'b.example') });
    expect(views[0]).toMatchObject({ rows: [{ state: 'checking' }, { state: 'checking' }] });
    expect(last()).toMatchObject({ rows: [{ state: 'done' }, { state: 'done' }], opened: 'a.example' });
  });

  it('are named with the provider the verdict is for', async () => {
    const { last } = await opened();
    expect(last()).toMatchObject({ rows: [{ senderName: 'Gmail' }] });
  });

  it('that cannot be read are judged here, without a question', async () => {
    const { last, world } = await opened({ composes: listing(null) });
    expect(world.done).toEqual([]);
    expect(last()).toMatchObject({ rows: [{ domain: null, state: 'done', verdict: { level: 'unknown' } }] });
  });

  it('with an old answer wait for the new one', async () => {
    const old = answered(sampleVerdict('a.example'), false);
    const { world, last } = await opened({ answer: () => old });
    expect(world.done).toEqual(['verdict a.example', 'recheck a.example']);
    expect(last()).toMatchObject({ rows: [{ state: 'done' }] });
  });

  it('without an answer say so, and keep the verdict they had', async () => {
    const { world, session, last } = await opened();
    world.answer = () => null;
    session.actions.checkAgain('a.example');
    await settle();
    expect(last()).toMatchObject({ rows: [{ state: 'failed', verdict: { domain: 'a.example' } }] });
  });

  it('show their written names', async () => {
    const { last } = await opened({ composes: listing('xn--bcher-kva.example') });
    expect(last()).toMatchObject({ rows: [{ unicode: 'bücher.example' }] });
  });

  it('that are very many are cut, and it is said', async () => {
    const many = Array.from({ length: 300 }, (_, n) => `d${n}.example`);
    const { last, world } = await opened({ composes: listing(...many) });
    expect(last()).toMatchObject({ limited: true });
    expect(world.done).toHaveLength(200);
  });

  it('are not blamed for our own connection', async () => {
    const cutOff = sampleVerdict('a.example', {
      level: 'unknown',
      reasons: [reason('mx-lookup-failed', { failure: 'network', status: null, extendedErrors: [] })],
    });
    const { last } = await opened({ answer: () => answered(cutOff) });
    expect(last()).toMatchObject({ unreachableResolver: 'dns.quad9.net' });
    expect((await opened()).last()).toMatchObject({ unreachableResolver: null });
  });
});

describe('details', () => {
  it('ask once where the domain wants reports, and only when they are opened', async () => {
    const { world, session, last } = await opened();
    expect(world.done).toEqual(['verdict a.example']);
    session.actions.openDetails('a.example');
    session.actions.openDetails('a.example');
    await settle();
    session.actions.openDetails('a.example');
    session.actions.openDetails('nobody.example');
    await settle();
    expect(world.done).toEqual(['verdict a.example', 'reports a.example']);
    expect(last()).toMatchObject({ rows: [{ reports: { kind: 'absent' } }] });
  });

  it('keep what they know when the popup looks again', async () => {
    const { session, last } = await opened();
    session.actions.openDetails('a.example');
    await session.refresh();
    await settle();
    expect(last()).toMatchObject({ rows: [{ reports: { kind: 'absent' } }] });
  });

  it('say so where nobody answers', async () => {
    const { session, last } = await opened({ reports: null });
    session.actions.openDetails('a.example');
    await settle();
    expect(last()).toMatchObject({ rows: [{ reports: { kind: 'failed' } }] });
  });
});

describe('an address with letters beyond ASCII before the @', () => {
  it('gets a remark, never another level', async () => {
    const recipients = [{ field: 'to', text: 'José <josé@a.example>', domain: 'a.example' }] as const;
    const composes = {
      webmail: 'gmail',
      composes: [{ id: 'c1', from: null, limited: false, recipients }],
    };
    const { last } = await opened({ composes });
    const plain = sampleVerdict('a.example');
    const reasons = [...plain.reasons, { code: 'local-part-international', params: {} }];
    expect(last()).toMatchObject({ rows: [{ verdict: { ...plain, reasons } }] });
  });
});

describe('answers that come too late', () => {
  it('do not disturb a newer look at the tab', async () => {
    const world = new FakePopupWorld();
    const show = vi.fn<(view: PopupView) => void>();
    const session = new PopupSession(world, null, show);
    const first = session.refresh();
    world.composes = listing('b.example');
    await Promise.all([first, session.refresh()]);
    const rows = show.mock.calls.map(([view]) => (view.kind === 'recipients' ? view.rows : []));
    expect(rows.flat().filter(({ domain }) => domain === 'a.example')).toEqual([]);
  });
});

describe('reading one policy', () => {
  it('asks for exactly that host, at once, then looks again', async () => {
    const { world, session } = await opened();
    world.done.length = 0;
    session.actions.readPolicy('a.example');
    expect(world.done).toEqual(['note a.example at 1000', 'request https://mta-sts.a.example/']);
    await settle();
    expect(world.done.slice(2)).toEqual(['recheck a.example with policy', 'drop policy note']);
  });

  it.each([
    [{}, ['recheck a.example with policy', 'drop policy note'], 'the browser’s question closed the popup'],
    [{ held: false }, ['verdict a.example'], 'the user said no, or has not answered'],
    [{ settings: { ...AGREED, policies: 'never' } }, ['verdict a.example'], 'switched off since'],
    [{ noted: 'b.example' }, ['verdict a.example'], 'of a domain that is no longer a recipient'],
    [{ noted: null }, ['verdict a.example'], 'without a click a permission reads nothing'],
  ] as [Partial<FakePopupWorld>, string[], string][])(
    'is made up for by the next popup (%#)',
    async (change, done) => {
      expect((await opened({ noted: 'a.example', ...change })).world.done).toEqual(done);
    },
  );

  it('asks nobody when refused, and says so', async () => {
    const { world, session, last } = await opened({ grants: false });
    session.actions.readPolicy('a.example');
    await settle();
    expect(world.done.filter((each) => each.startsWith('recheck'))).toEqual([]);
    expect(world.done).toContain('drop policy note');
    expect(last()).toMatchObject({ kind: 'recipients', refused: true });
  });
});

describe('using Waxseal on a page', () => {
  const SELF_HOSTED = { url: 'https://mail.example.org/?_task=mail', composes: null } as const;

  it('notes the click and asks for exactly its origin, at once; nothing is saved before the answer', async () => {
    const { world, session } = await opened(SELF_HOSTED);
    session.actions.useHere();
    expect(world.done).toEqual(['note https://mail.example.org at 1000', 'request https://mail.example.org']);
    expect(world.settings.origins).toEqual([]);
    await settle();
    expect(world.settings.origins).toEqual(['https://mail.example.org']);
    expect(world.done.slice(3)).toEqual(['settings-changed', 'drop webmail note']);
  });

  it('saves nothing and forgets the click when refused', async () => {
    const { world, session, last } = await opened({ ...SELF_HOSTED, grants: false });
    session.actions.useHere();
    await settle();
    expect(world.done.slice(2)).toEqual(['drop webmail note']);
    expect(last()).toMatchObject({ why: 'no-permission', refused: true, host: 'mail.example.org' });
  });

  it('switches a webmail of the manifest on again, and off when refused', async () => {
    const off = { settings: { ...AGREED, webmailsOff: ['gmail'] }, composes: null } as const;
    const { world, session } = await opened(off);
    session.actions.useHere();
    await settle();
    expect(world.settings.webmailsOff).toEqual([]);
    expect(world.done.filter((each) => each.startsWith('note'))).toEqual([]);
    const refused = await opened({ ...off, grants: false });
    refused.session.actions.useHere();
    await settle();
    expect(refused.world.settings.webmailsOff).toEqual(['gmail']);
  });

  it('leaves a webmail on that was on before, when refused', async () => {
    const { world, session } = await opened({ composes: null, held: false, grants: false });
    session.actions.useHere();
    await settle();
    expect(world.settings.webmailsOff).toEqual([]);
  });

  it('is not possible where the page cannot be used', async () => {
    const { world, session } = await opened({ url: null, composes: null });
    session.actions.useHere();
    expect(world.done).toEqual([]);
  });
});

it('leads to the welcome page and to the settings', async () => {
  const { world, session } = await opened();
  session.actions.setUp();
  session.actions.openSettings();
  expect(world.openWelcome).toHaveBeenCalledOnce();
  expect(world.openSettings).toHaveBeenCalledOnce();
});
