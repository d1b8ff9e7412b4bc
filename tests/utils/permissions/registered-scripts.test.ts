import { fakeScripting, type Registered } from '../../fakes/fake-scripting';
import { describe, expect, it } from 'vitest';
import { reconcileScripts } from '@/utils/permissions/registered-scripts';

const FILE = 'content-scripts/compose.js';
const GMAIL = { id: 'webmail-gmail', matches: ['https://mail.google.com/*'] };
const OWN = { id: 'host-mail.example.org', matches: ['https://mail.example.org/*'] };

describe('registered content scripts', () => {
  it('are added where they are missing: first start, update, relaunch', async () => {
    const { scripts } = fakeScripting();
    expect(await reconcileScripts([GMAIL, OWN])).toEqual({ added: [GMAIL, OWN], removed: [] });
    expect(scripts.get('webmail-gmail')).toEqual({
      ...GMAIL,
      js: [FILE],
      runAt: 'document_idle',
      allFrames: false,
      persistAcrossSessions: true,
    });
  });

  it('are taken away where nobody wants them', async () => {
    const { scripts } = fakeScripting([
      { ...GMAIL, js: [FILE] },
      { ...OWN, js: [FILE] },
    ]);
    expect(await reconcileScripts([GMAIL])).toEqual({ added: [], removed: [OWN] });
    expect([...scripts.keys()]).toEqual(['webmail-gmail']);
  });

  it.each([
    [{ ...GMAIL, js: [FILE] }, 'as Chrome gives it back'],
    [{ ...GMAIL, js: [`moz-extension://uuid/${FILE}`] }, 'as Firefox gives it back'],
  ])('are left alone where they are right: %j (%s)', async (registered) => {
    fakeScripting([registered]);
    expect(await reconcileScripts([GMAIL])).toEqual({ added: [], removed: [] });
  });

  it.each<[Registered, string]>([
    [{ ...GMAIL, matches: ['https://mail.google.com/mail/*'], js: [FILE] }, 'other pages'],
    [{ ...GMAIL, js: ['content-scripts/old.js'] }, 'a file of an earlier version'],
    [{ ...GMAIL }, 'no file'],
  ])('are replaced where they are wrong: %j (%s)', async (registered) => {
    const { scripts } = fakeScripting([registered]);
    expect((await reconcileScripts([GMAIL])).added).toEqual([GMAIL]);
    expect(scripts.get('webmail-gmail')).toMatchObject({ ...GMAIL, js: [FILE] });
  });
});
