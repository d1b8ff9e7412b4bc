/** The sites that serve the demo mailbox: its page, its style, its script. */
import { readFile } from 'node:fs/promises';
import ts from 'typescript';
import type { DemoDomain } from '../domain';
import { send } from '../site';
import type { Site } from '../site';
import { MAILBOX_HOST, mailboxPage } from './page';
import type { MailboxKind } from './page';

/** One site for each kind of mailbox. */
export async function mailboxSites(zone: readonly DemoDomain[]): Promise<Site[]> {
  const style = await readFile(new URL('mailbox.css', import.meta.url), 'utf8');
  const script = await browserScript();
  return (['gmail', 'selfHosted'] satisfies MailboxKind[]).map((kind) => {
    const page = mailboxPage(kind, zone);
    return {
      host: MAILBOX_HOST[kind],
      handle: (request, response) => {
        const path = request.url.replace(/\?.*$/, '');
        if (path === '/mailbox.css') send(response, 200, 'text/css; charset=utf-8', style);
        else if (path === '/mailbox.js') send(response, 200, 'text/javascript; charset=utf-8', script);
        else send(response, 200, 'text/html; charset=utf-8', page);
      },
    };
  });
}

/** The page's script, with its types taken off. */
async function browserScript(): Promise<string> {
  const source = await readFile(new URL('mailbox.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return outputText;
}
