/**
 * What the demo mailbox does in the browser: recipients become chips, as webmails do it. Runs as a page
 * script and knows nothing of the extension.
 */

/** Where a kind of mailbox keeps the chips of a field, and what a chip is made of. */
interface ChipStyle {
  readonly add: (row: Element, address: string) => HTMLElement;
  /** Called after every change of a row. */
  readonly changed: (row: Element) => void;
}

const gmailChips: ChipStyle = {
  add: (row, address) => {
    const chip = element('div', 'chip', address);
    chip.setAttribute('role', 'option');
    chip.setAttribute('data-hovercard-id', address);
    chip.setAttribute('data-name', address);
    row.querySelector('[role=listbox]')?.append(chip);
    return chip;
  },
  changed: () => undefined,
};

const selfHostedChips: ChipStyle = {
  add: (row, address) => {
    const chip = element('li', 'chip recipient', '');
    chip.append(element('span', 'name', address), element('span', 'email', ','));
    row.querySelector('li.input')?.before(chip);
    return chip;
  },
  changed: (row) => {
    const addresses = [...row.querySelectorAll('.chip .name')].map((name) => name.textContent);
    const list = row.querySelector('textarea');
    if (list) list.value = addresses.join(', ');
  },
};

const style = document.body.dataset['mailbox'] === 'gmail' ? gmailChips : selfHostedChips;
const rows = [...document.querySelectorAll('[data-field]')];

for (const row of rows) {
  const input = row.querySelector('input');
  if (!input) continue;
  input.addEventListener('keydown', (event) => {
    if (['Enter', ',', ';', ' '].includes(event.key)) {
      event.preventDefault();
      commit(row, input);
    } else if (event.key === 'Backspace' && input.value === '') {
      removeLast(row);
    }
  });
  input.addEventListener('blur', () => {
    commit(row, input);
  });
  row.addEventListener('click', () => {
    input.focus();
  });
}

for (const button of document.querySelectorAll<HTMLElement>('[data-add]')) {
  button.addEventListener('click', () => {
    const [to] = rows;
    if (to) addRecipient(to, button.dataset['add'] ?? '');
  });
}

document.querySelector('[data-send]')?.addEventListener('click', () => {
  const sent = document.querySelector('.sent');
  if (sent) sent.textContent = 'Nothing was sent: this is a demo.';
});

function commit(row: Element, input: HTMLInputElement): void {
  const address = input.value.trim();
  input.value = '';
  if (address) addRecipient(row, address);
}

function addRecipient(row: Element, address: string): void {
  const chip = style.add(row, address);
  const remove = element('button', 'remove', '');
  remove.setAttribute('type', 'button');
  remove.setAttribute('aria-label', `Remove ${address}`);
  remove.addEventListener('click', () => {
    chip.remove();
    style.changed(row);
  });
  chip.append(remove);
  style.changed(row);
}

function removeLast(row: Element): void {
  [...row.querySelectorAll('.chip')].at(-1)?.remove();
  style.changed(row);
}

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

export {};
