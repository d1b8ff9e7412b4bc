// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { showPage } from '@/components/parts/show-page';
import { OptionsPage, type OptionsActions, type OptionsView } from '@/components/setup/options-page';
import { WelcomePage, type WelcomeActions, type WelcomeView } from '@/components/setup/welcome-page';
import { RESOLVERS } from '@/utils/settings/resolvers';
import { LEVELS } from '@/utils/verdict/level';
import { accessibilityFaults, click, rendered, textOf, WORDS } from './rendered';
import { NOON } from './sample-verdict';

const WELCOME: WelcomeView = {
  resolvers: RESOLVERS,
  resolver: 'quad9',
  ownUrl: '',
  fault: null,
  policies: 'ask',
  state: 'choosing',
};

const OPTIONS: OptionsView = {
  since: NOON,
  resolvers: RESOLVERS,
  resolver: 'quad9',
  fallbacks: ['mullvad'],
  ownUrl: '',
  ownFault: null,
  policies: 'never',
  senders: {
    providers: [{ id: 'posteo', name: 'Posteo' }],
    servers: [{ id: 'postfix', name: 'Postfix' }],
  },
  provider: null,
  webmails: [{ id: 'gmail', name: 'Gmail', on: true }],
  origins: ['https://mail.example.org'],
  typedOrigin: '',
  originFault: false,
  message: null,
};

const welcomeActions = () => ({
  chooseResolver: vi.fn<WelcomeActions['chooseResolver']>(),
  typeOwnUrl: vi.fn<WelcomeActions['typeOwnUrl']>(),
  choosePolicies: vi.fn<WelcomeActions['choosePolicies']>(),
  start: vi.fn<WelcomeActions['start']>(),
});

const optionsActions = () => ({
  withdraw: vi.fn<OptionsActions['withdraw']>(),
  setUp: vi.fn<OptionsActions['setUp']>(),
  chooseResolver: vi.fn<OptionsActions['chooseResolver']>(),
  typeOwnUrl: vi.fn<OptionsActions['typeOwnUrl']>(),
  useOwnUrl: vi.fn<OptionsActions['useOwnUrl']>(),
  switchFallback: vi.fn<OptionsActions['switchFallback']>(),
  choosePolicies: vi.fn<OptionsActions['choosePolicies']>(),
  chooseProvider: vi.fn<OptionsActions['chooseProvider']>(),
  switchWebmail: vi.fn<OptionsActions['switchWebmail']>(),
  typeOrigin: vi.fn<OptionsActions['typeOrigin']>(),
  addOrigin: vi.fn<OptionsActions['addOrigin']>(),
  removeOrigin: vi.fn<OptionsActions['removeOrigin']>(),
});

const welcome = (change: Partial<WelcomeView> = {}, does = welcomeActions()) =>
  rendered(<WelcomePage view={{ ...WELCOME, ...change }} actions={does} />);
const options = (change: Partial<OptionsView> = {}, does = optionsActions()) =>
  rendered(<OptionsPage view={{ ...OPTIONS, ...change }} actions={does} />);

function type(root: ParentNode, selector: string, text: string): void {
  const input = root.querySelector<HTMLInputElement>(selector);
  if (input === null) throw new Error(`nothing to type into at ${selector}`);
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

describe('the welcome page', () => {
  it('names what is looked up, by whom, what is never sent, and every level', () => {
    const root = welcome();
    expect(root.querySelectorAll('.notes li')).toHaveLength(3);
    expect(root.querySelectorAll('.legend li')).toHaveLength(LEVELS.length);
  });

  it.each([...RESOLVERS.map(({ id }) => id), 'custom'])('offers the resolver %s', (id) => {
    const does = welcomeActions();
    click(welcome({ resolver: id === 'quad9' ? 'google' : 'quad9' }, does), `#resolver-${id}`);
    expect(does.chooseResolver).toHaveBeenCalledWith(id);
  });

  it.each(['never', 'ask', 'always'] as const)('offers to read policies: %s', (when) => {
    const does = welcomeActions();
    click(welcome({ policies: when === 'ask' ? 'never' : 'ask' }, does), `#policies-${when}`);
    expect(does.choosePolicies).toHaveBeenCalledWith(when);
  });

  it('starts by one button', () => {
    const does = welcomeActions();
    click(welcome({}, does), '#start');
    expect(does.start).toHaveBeenCalledOnce();
  });

  it('asks for the address of an own resolver only then, and says what is wrong with it', () => {
    expect(welcome().querySelector('#resolver-url')).toBeNull();
    const does = welcomeActions();
    const root = welcome({ resolver: 'custom', fault: 'not-https' }, does);
    type(root, '#resolver-url', 'http://dns.example');
    expect(does.typeOwnUrl).toHaveBeenCalledWith('http://dns.example');
    expect(root.querySelector('#resolver-url[aria-invalid="true"]')).not.toBeNull();
    expect(textOf(root, '#resolver-url-fault')).toContain('https://');
  });

  it.each([
    ['done', 'Waxseal is on'],
    ['declined', 'nothing was started'],
    ['refused', 'nothing has changed'],
  ] as const)('says when it is %s', (state, words) => {
    expect(textOf(welcome({ state }), '[role="status"]')).toContain(words);
  });

  it.each([{}, { resolver: 'custom', fault: 'empty' }, { state: 'done' }] as const)(
    'has no fault of accessibility (%j)',
    async (change) => {
      welcome(change);
      expect(await accessibilityFaults()).toEqual([]);
    },
  );
});

describe('the settings page', () => {
  it('lets consent be withdrawn, and given again on the welcome page', () => {
    const does = optionsActions();
    click(options({}, does), '#withdraw');
    click(options({ since: null }, does), '#set-up');
    expect(does.withdraw).toHaveBeenCalledOnce();
    expect(does.setUp).toHaveBeenCalledOnce();
  });

  it('offers every other resolver for when the first fails', () => {
    const does = optionsActions();
    const root = options({}, does);
    const boxes = [...root.querySelectorAll<HTMLInputElement>('[id^="fallback-"]')];
    expect(boxes.map(({ id, checked }) => [id, checked])).toEqual([
      ['fallback-cloudflare', false],
      ['fallback-google', false],
      ['fallback-mullvad', true],
    ]);
    click(root, '#fallback-google');
    click(root, '#fallback-mullvad');
    expect(does.switchFallback.mock.calls).toEqual([
      ['google', true],
      ['mullvad', false],
    ]);
    expect(options({ resolver: 'custom' }).querySelectorAll('[id^="fallback-"]')).toHaveLength(4);
  });

  it('shows what is saved, not what was clicked, when the browser refuses', () => {
    const root = options();
    click(root, '#fallback-google');
    void act(() => {
      showPage(root, WORDS, <OptionsPage view={OPTIONS} actions={optionsActions()} />);
    });
    expect(root.querySelector<HTMLInputElement>('#fallback-google')?.checked).toBe(false);
  });

  it('switches mainstream webmails off and on', () => {
    const does = optionsActions();
    click(options({}, does), '#webmail-gmail');
    expect(does.switchWebmail).toHaveBeenCalledWith('gmail', false);
  });

  it.each([
    ['posteo', 'posteo'],
    ['postfix', 'postfix'],
    ['', null],
  ] as const)('takes a choice of who sends: "%s"', (value, id) => {
    const does = optionsActions();
    const list = options({ provider: 'posteo' }, does).querySelector<HTMLSelectElement>('#provider');
    expect(list?.value).toBe('posteo');
    if (list) list.value = value;
    list?.dispatchEvent(new Event('change', { bubbles: true }));
    expect(does.chooseProvider).toHaveBeenCalledWith(id);
  });

  it('removes and adds webmails by address', () => {
    const does = optionsActions();
    const root = options({}, does);
    click(root, '[data-origin="https://mail.example.org"] button');
    expect(does.removeOrigin).toHaveBeenCalledWith('https://mail.example.org');
    type(root, '#add-origin', 'https://post.example');
    expect(does.typeOrigin).toHaveBeenCalledWith('https://post.example');
    click(root, '#add-origin ~ div button');
    expect(does.addOrigin).toHaveBeenCalledOnce();
  });

  it('takes an own resolver into use by a button', () => {
    const does = optionsActions();
    click(options({ resolver: 'custom' }, does), '#resolver-use');
    expect(does.useOwnUrl).toHaveBeenCalledOnce();
  });

  it.each([
    [{ kind: 'saved' }, 'Saved.'],
    [{ kind: 'refused' }, 'nothing has changed'],
    [{ kind: 'removed', host: 'mail.example.org' }, 'mail.example.org was removed.'],
  ] as const)('says what happened: %j', (message, words) => {
    expect(textOf(options({ message }), '[role="status"]')).toContain(words);
  });

  it.each([
    {},
    { since: null, resolver: 'custom', ownFault: 'not-a-url', originFault: true, origins: [] },
  ] as const)('has no fault of accessibility (%#)', async (change) => {
    options(change);
    expect(await accessibilityFaults()).toEqual([]);
  });
});

describe('the judge of accessibility', () => {
  it('does see faults', async () => {
    rendered(<button type="button"></button>);
    expect((await accessibilityFaults()).join()).toContain('button-name');
  });
});
