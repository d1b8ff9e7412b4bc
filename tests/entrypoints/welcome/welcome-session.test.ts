import { describe, expect, it } from 'vitest';
import type { WelcomeView } from '@/components/setup/welcome-page';
import { WelcomeSession, type WelcomeWorld } from '@/entrypoints/welcome/welcome-session';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';

const QUAD9 = 'https://dns.quad9.net/dns-query';
const GMAIL = 'https://mail.google.com/';

class FakeWelcomeWorld implements WelcomeWorld {
  settings: Settings = DEFAULT_SETTINGS;
  grants = true;
  readonly done: string[] = [];
  readonly webmails = [GMAIL];
  readonly loadSettings = () => Promise.resolve(this.settings);
  readonly saveSettings = (change: Partial<Settings>) => {
    this.settings = { ...this.settings, ...change };
    this.done.push('save');
    return Promise.resolve();
  };
  readonly requestStart = (urls: readonly string[]) => {
    this.done.push(`start ${urls.join(' ')}`);
    return Promise.resolve(this.grants);
  };
  readonly requestEveryHost = () => {
    this.done.push('every host');
    return Promise.resolve(this.grants);
  };
  readonly tellSettingsChanged = () => {
    this.done.push('tell');
    return Promise.resolve();
  };
  readonly focusOwnUrl = () => {
    this.done.push('focus');
  };
  readonly now = () => 1234;
}

async function opened(change: Partial<FakeWelcomeWorld> = {}) {
  const world = Object.assign(new FakeWelcomeWorld(), change);
  const views: WelcomeView[] = [];
  const session = new WelcomeSession(world, (view) => views.push(view));
  await session.open();
  return { world, actions: session.actions, last: () => views.at(-1) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('before the click', () => {
  it('nothing is asked, saved or told', async () => {
    const { world, actions } = await opened();
    actions.chooseResolver('google');
    actions.choosePolicies('never');
    await settle();
    expect(world.done).toEqual([]);
    expect(world.settings).toEqual(DEFAULT_SETTINGS);
  });

  it('Quad9 is suggested, and policies are read only when asked', async () => {
    expect((await opened()).last()).toMatchObject({ resolver: 'quad9', policies: 'ask', state: 'choosing' });
  });
});

describe('the click', () => {
  it('makes one request, at once, then saves consent with the choices', async () => {
    const { world, actions, last } = await opened();
    actions.start();
    expect(world.done).toEqual([`start ${QUAD9} ${GMAIL}`]);
    await settle();
    expect(world.done.slice(1)).toEqual(['save', 'tell']);
    expect(world.settings).toMatchObject({
      consent: { at: 1234 },
      resolver: { id: 'quad9', url: null },
      policies: 'ask',
    });
    expect(last()?.state).toBe('done');
  });

  it('made twice asks once', async () => {
    const { world, actions } = await opened();
    actions.start();
    actions.start();
    expect(world.done).toEqual([`start ${QUAD9} ${GMAIL}`]);
    await settle();
  });

  it('starts nothing when refused', async () => {
    const { world, actions, last } = await opened({ grants: false });
    actions.start();
    await settle();
    expect(world.settings).toEqual(DEFAULT_SETTINGS);
    expect(last()?.state).toBe('declined');
  });

  it('takes an own resolver, cleaned', async () => {
    const { world, actions } = await opened();
    actions.chooseResolver('custom');
    actions.typeOwnUrl(' https://dns.example/dns-query{?dns} ');
    actions.start();
    await settle();
    expect(world.settings.resolver).toEqual({ id: 'custom', url: 'https://dns.example/dns-query' });
    expect(world.done[0]).toBe(`start https://dns.example/dns-query ${GMAIL}`);
  });

  it.each([
    ['', 'empty'],
    ['dns.example', 'not-a-url'],
    ['http://dns.example/', 'not-https'],
    ['https://u:p@dns.example/', 'credentials'],
  ])('asks nothing while the own address is %j', async (url, fault) => {
    const { world, actions, last } = await opened();
    actions.chooseResolver('custom');
    actions.typeOwnUrl(url);
    actions.start();
    expect(last()?.fault).toBe(fault);
    expect(world.done).toEqual(['focus']);
    actions.typeOwnUrl('https://dns.example/');
    expect(last()?.fault).toBeNull();
  });
});

describe('reading policies always', () => {
  it('is asked by its own click, at once', async () => {
    const { world, actions, last } = await opened();
    actions.choosePolicies('always');
    expect(world.done).toEqual(['every host']);
    await settle();
    expect(last()).toMatchObject({ policies: 'always', state: 'choosing' });
    expect(world.settings.policies).toBe('never');
  });

  it('goes back to what was chosen when refused', async () => {
    const { actions, last } = await opened({ grants: false });
    actions.choosePolicies('always');
    await settle();
    expect(last()).toMatchObject({ policies: 'ask', state: 'refused' });
  });
});

it('shows earlier choices where there is consent already', async () => {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    consent: { at: 1 },
    resolver: { id: 'custom', url: 'https://dns.example/' },
    policies: 'never',
  };
  expect((await opened({ settings })).last()).toMatchObject({
    resolver: 'custom',
    ownUrl: 'https://dns.example/',
    policies: 'never',
    state: 'done',
  });
});
