/** The page's own script: it knows nothing of any extension. */
/* global document */
const moles = () => document.querySelector('.no');
const template = document.querySelector('template');
let opened = 0;

/** Opens a compose window; the newest stands last. Its element is called compose-1, compose-2 and so on. */
function openWindow() {
  opened += 1;
  const window = template.content.cloneNode(true).firstElementChild;
  window.id = `compose-${opened}`;
  window.querySelector('[name="composeid"]').value = `c${opened}`;
  moles().append(window);
  window.querySelector('[name="to"] input').focus();
}

function addChip(field, address) {
  const chip = document.createElement('div');
  chip.setAttribute('role', 'option');
  chip.className = 'afV';
  chip.dataset.name = address;
  chip.dataset.hovercardId = address;
  const name = document.createElement('span');
  name.textContent = address.split('@')[0];
  const cross = document.createElement('div');
  cross.setAttribute('role', 'button');
  cross.className = 'afX';
  cross.textContent = '×';
  chip.append(name, cross);
  field.querySelector('[role="listbox"]').append(chip);
}

/** What stands in the input becomes chips. */
function commit(input) {
  const field = input.closest('[name="to"], [name="cc"]');
  for (const address of input.value.split(/[,;\s]+/)) if (address.includes('@')) addChip(field, address);
  input.value = '';
}

/** Once the fields have lost the focus they are folded into a line of names. */
function fold(window) {
  const summary = window.querySelector('.aoD');
  const chips = [...window.querySelectorAll('[role="option"]')];
  const names = chips.map((chip) => {
    const name = document.createElement('span');
    name.setAttribute('email', chip.dataset.hovercardId);
    name.textContent = chip.dataset.name.split('@')[0];
    return name;
  });
  summary.replaceChildren(...names);
  summary.hidden = false;
  window.querySelector('.GS').style.display = 'none';
}

function unfold(window) {
  window.querySelector('.aoD').hidden = true;
  window.querySelector('.GS').style.display = '';
}

/** Builds everything anew from a snapshot of its markup, as pages do when they come back from their own cache. */
function rebuild() {
  const fresh = [...document.body.children].map((child) => child.cloneNode(true));
  document.body.replaceChildren(...fresh);
}

document.addEventListener('click', (event) => {
  const { target } = event;
  if (target.closest('[gh="cm"]')) openWindow();
  if (target.closest('.Ha')) target.closest('.AD').remove();
  if (target.closest('.afX')) target.closest('[role="option"]').remove();
  if (target.closest('.aoD')) unfold(target.closest('.AD'));
  const counter = target.closest('#count')?.querySelector('output');
  if (counter) counter.textContent = String(Number(counter.textContent) + 1);
});
document.addEventListener('keydown', (event) => {
  if (event.target.role === 'combobox' && event.key === 'Enter') {
    event.preventDefault();
    commit(event.target);
  }
});
document.addEventListener('focusin', ({ target }) => {
  const window = target.closest('.AD');
  if (window && target.closest('.iN') && window.querySelector('[role="option"]')) fold(window);
});
document.addEventListener('page:rebuild', rebuild);
document.addEventListener('page:fill', ({ target, detail }) => {
  for (const address of detail) addChip(target.querySelector('[name="to"]'), address);
});
