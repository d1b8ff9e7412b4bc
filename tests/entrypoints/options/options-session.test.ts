import { describe, expect, it } from 'vitest';
import type { OptionsView } from '@/components/setup/options-page';
import { OptionsSession, type OptionsWorld } from '@/entrypoints/options/options-session';
import { DEFAULT_SETTINGS, type Settings } from '@/utils/settings/settings';

class FakeOptionsWorld implements OptionsWorld {
  settings: Settings = { ...DEFAULT_SETTINGS, consent: { at: 1 } };
  grants = true;
  readonly done: string[] = [];
  readonly loadSettings = () => Promise.resolve(this.settings);
  readonly updateSettings = (change: (current: Settings) => Partial<Settings>) => {
    this.settings = { ...this.settings, ...change(this.settings) };
    return Promise.resolve(this.settings);
  };
  readonly requestHosts = (urls: readonly string[]) => this.#asked(`request ${urls.join(' ')}`);
  readonly requestEveryHost = () => this.#asked('every host');
  readonly releaseHost = (url: string) => this.#asked(`release ${url}`);
  readonly tellSettingsChanged = () => this.#asked('tell');
  readonly openWelcome = () => void this.done.push('welcome');

  #asked(what: string): Promise<boolean> {
    this.done.push(what);
    return Promise.resolve(this.grants);
  }
}

async function opened(change: Partial<FakeOptionsWorld> = {}) {
  const world = Object.assign(new FakeOptionsWorld(), change);
  const views: OptionsView[] = [];
  const session = new OptionsSession(world, (view) => views.push(view));
  await session.refresh();
  return { world, actions: session.actions, last: () => views.at(-1) };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('consent', () => {
  it('is withdrawn by the setting, not by the permission', async () => {
    const { world, actions, last } = await opened();
    actions.withdraw();
    await settle();
    expect(world.settings.consent).toBeNull();
    expect(world.done).toEqual(['tell']);
    expect(last()).toMatchObject({ since: null, message: { kind: 'saved' } });
  });

  it('is given on the welcome page only', async () => {
    const { world, actions } = await opened();
    actions.setUp();
    expect(world.done).toEqual(['welcome']);
  });
});

describe('the provider', () => {
  it('is offered by name, in two groups', async () => {
    const senders = (await opened()).last()?.senders;
    const names = senders?.providers.map(({ name }) => name) ?? [];
    expect(names).toContain('Google Workspace');
    expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)));
    expect(senders?.servers.map(({ id }) => id)).toContain('postfix');
  });

  it('is saved at once, and can be taken back', async () => {
    const { world, actions, last } = await opened();
    actions.chooseProvider('google-workspace');
    await settle();
    expect([world.settings.provider, last()?.provider]).toEqual(['google-workspace', 'google-workspace']);
    actions.chooseProvider(null);
    await settle();
    expect([world.settings.provider, world.done]).toEqual([null, ['tell', 'tell']]);
  });
});

describe('the resolver', () => {
  it('is asked for, then saved', async () => {
    const { world, actions } = await opened();
    actions.chooseResolver('mullvad');
    expect(world.done).toEqual(['request https://dns.mullvad.net/dns-query']);
    await settle();
    expect(world.settings.resolver).toEqual({ id: 'mullvad', url: null });
  });

  it('stays when refused', async () => {
    const { world, actions, last } = await opened({ grants: false });
    actions.chooseResolver('mullvad');
    await settle();
    expect(world.settings.resolver.id).toBe('quad9');
    expect(last()).toMatchObject({ resolver: 'quad9', message: { kind: 'refused' } });
  });

  it('of one’s own is saved once its address is one', async () => {
    const { world, actions, last } = await opened();
    actions.chooseResolver('custom');
    expect(last()?.resolver).toBe('custom');
    expect(world.settings.resolver.id).toBe('quad9');
    actions.typeOwnUrl('http://dns.example/');
    actions.useOwnUrl();
    expect(last()?.ownFault).toBe('not-https');
    expect(world.done).toEqual([]);
    actions.typeOwnUrl('https://dns.example/');
    actions.useOwnUrl();
    expect(world.done).toEqual(['request https://dns.example/']);
    await settle();
    expect(world.settings.resolver).toEqual({ id: 'custom', url: 'https://dns.example/' });
  });
});

describe('the resolvers asked when it fails', () => {
  const at = (...fallbacks: string[]): Settings => ({ ...DEFAULT_SETTINGS, consent: { at: 1 }, fallbacks });

  it('are none unless the user says so', async () => {
    expect((await opened()).last()?.fallbacks).toEqual([]);
  });

  it('are asked for one by one, in the click, and saved in the order of the list', async () => {
    const { world, actions, last } = await opened({ settings: at('mullvad') });
    actions.switchFallback('google', true);
    expect(world.done).toEqual(['request https://dns.google/dns-query']);
    await settle();
    expect(world.settings.fallbacks).toEqual(['google', 'mullvad']);
    expect(last()).toMatchObject({ fallbacks: ['google', 'mullvad'], message: { kind: 'saved' } });
  });

  it('stay as they were when refused', async () => {
    const { world, actions, last } = await opened({ grants: false });
    actions.switchFallback('google', true);
    await settle();
    expect(world.settings.fallbacks).toEqual([]);
    expect(last()).toMatchObject({ fallbacks: [], message: { kind: 'refused' } });
  });

  it('are given up with their permission', async () => {
    const { world, actions } = await opened({ settings: at('google', 'mullvad') });
    actions.switchFallback('google', false);
    await settle();
    expect(world.settings.fallbacks).toEqual(['mullvad']);
    expect(world.done).toEqual(['tell', 'release https://dns.google/dns-query']);
  });

  it('do not stand in for themselves', async () => {
    const { world, actions } = await opened({ settings: at('google', 'mullvad') });
    actions.chooseResolver('google');
    await settle();
    expect(world.settings).toMatchObject({ resolver: { id: 'google' }, fallbacks: ['mullvad'] });
  });

  it('are only those on offer', async () => {
    const { world, actions } = await opened();
    actions.switchFallback('custom', true);
    await settle();
    expect(world.done).toEqual([]);
  });
});

describe('reading policies', () => {
  it.each(['never', 'ask'] as const)('%s needs no permission', async (when) => {
    const { world, actions } = await opened({ grants: false });
    actions.choosePolicies(when);
    await settle();
    expect(world.settings.policies).toBe(when);
    expect(world.done).toEqual(['tell']);
  });

  it('always is asked for, and stays as it was when refused', async () => {
    const { world, actions } = await opened({ grants: false });
    actions.choosePolicies('always');
    expect(world.done).toEqual(['every host']);
    await settle();
    expect(world.settings.policies).toBe('never');
  });
});

describe('webmails', () => {
  it('of the manifest are switched off and on', async () => {
    const { world, actions, last } = await opened();
    actions.switchWebmail('gmail', false);
    await settle();
    expect(world.settings.webmailsOff).toEqual(['gmail']);
    expect(last()?.webmails).toContainEqual({ id: 'gmail', name: 'Gmail', on: false });
    actions.switchWebmail('gmail', true);
    await settle();
    expect(world.settings.webmailsOff).toEqual([]);
  });

  it('are added by address: one origin is asked for', async () => {
    const { world, actions, last } = await opened();
    actions.typeOrigin(' https://mail.example.org/webmail/?_task=mail ');
    actions.addOrigin();
    expect(world.done).toEqual(['request https://mail.example.org']);
    await settle();
    expect(world.settings.origins).toEqual(['https://mail.example.org']);
    expect(last()).toMatchObject({ typedOrigin: '', message: { kind: 'added', host: 'mail.example.org' } });
  });

  it.each(['', 'mail.example.org', 'http://mail.example.org'])('are not added as %j', async (text) => {
    const { world, actions, last } = await opened();
    actions.typeOrigin(text);
    actions.addOrigin();
    expect(last()?.originFault).toBe(true);
    expect(world.done).toEqual([]);
  });

  it('are removed with their permission', async () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      origins: ['https://mail.example.org', 'https://b.example'],
    };
    const { world, actions } = await opened({ settings });
    actions.removeOrigin('https://mail.example.org');
    await settle();
    expect(world.settings.origins).toEqual(['https://b.example']);
    expect(world.done).toEqual(['tell', 'release https://mail.example.org']);
  });
});

it('shows the own resolver that is in use', async () => {
  const settings: Settings = { ...DEFAULT_SETTINGS, resolver: { id: 'custom', url: 'https://dns.example/' } };
  expect((await opened({ settings })).last()).toMatchObject({
    resolver: 'custom',
    ownUrl: 'https://dns.example/',
  });
});
