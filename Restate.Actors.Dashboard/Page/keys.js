import { ask } from './api.js';
import { el } from './dom.js';
import { between, number, time } from './format.js';
import { link, toInvocation } from './router.js';
import { holderWords, statusLabel } from './words.js';

export const title = () => 'Blocked keys';

export const load = (place, signal) => ask('keys', null, signal);

export function render(answer) {
  return [
    el('h1', null, 'Blocked keys'),
    el('p', { class: 'note' }, 'Keys for which calls wait, and keys whose exclusive handler fails. Calls of one key run one after the other.'),
    answer.keys.length ? table(answer) : el('p', { class: 'nothing' }, 'No call waits for a key.'),
    answer.isCut && el('p', { class: 'note' }, `These are the ${answer.keys.length} keys for which most calls wait. There are more.`),
  ];
}

function table(answer) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Blocked keys' }, el('table', null,
    el('thead', null, el('tr', null, ['Key', 'Waiting', 'Held by', 'Since', 'The holder …'].map(name =>
      el('th', { scope: 'col', class: name === 'Waiting' && 'number' }, name)))),
    el('tbody', null, answer.keys.map(key => row(key, answer.now)))));
}

function row(key, now) {
  return el('tr', { 'data-key': key.holder },
    el('th', { scope: 'row' }, el('a', { href: link(['invocations'], { service: key.service, key: key.key }) }, `${key.service}/${key.key}`)),
    el('td', { class: 'number' }, waiting(key, now)),
    el('td', null, el('a', { href: toInvocation(key.holder) }, key.handler), ' ', statusLabel(key.status)),
    el('td', { title: time(key.since) }, between(key.since, now)),
    el('td', { class: 'reason' }, holderWords(key, now)));
}

function waiting(key, now) {
  if (!key.waiting) return el('span', { class: 'zero' }, '0');
  const href = link(['invocations'], { service: key.service, key: key.key, status: 'pending' });
  return [el('a', { href }, number(key.waiting)), key.oldestAt ? el('span', { class: 'sub' }, ` for ${between(key.oldestAt, now)}`) : ''];
}
