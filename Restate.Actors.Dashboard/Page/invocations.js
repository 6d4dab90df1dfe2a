import { ask } from './api.js';
import { el } from './dom.js';
import { between, time, until } from './format.js';
import { link, toInvocation } from './router.js';
import { statusLabel, statusWord } from './words.js';

const inFlight = 'running,pending,suspended,backing-off,paused,ready';
const choices = ['', inFlight, 'running', 'pending', 'suspended', 'backing-off', 'paused', 'ready', 'scheduled', 'completed'];

export const title = () => 'Invocations';

export const load = (place, signal) => ask('invocations', place.parameters, signal);

export function render(answer, place) {
  const { parameters } = place;
  return [
    el('h1', null, 'Invocations'),
    filter(parameters),
    answer.invocations.length ? table(answer) : el('p', { class: 'nothing' }, parameters.after ? 'There are no more.' : 'There are none.'),
    el('nav', { 'aria-label': 'Pages', class: 'pages' },
      parameters.after && el('a', { href: link(['invocations'], { ...parameters, after: '' }) }, 'Latest'),
      answer.next && el('a', { href: link(['invocations'], { ...parameters, after: answer.next }) }, 'Older')),
  ];
}

function filter(parameters) {
  return el('form', { class: 'filter', 'aria-label': 'Filter', autocomplete: 'off' },
    el('label', null, 'Status ', el('select', { name: 'status' }, choices.map(choice =>
      el('option', { value: choice, selected: choice === (parameters.status ?? '') }, choice === '' ? 'all' : choice === inFlight ? 'in flight' : statusWord(choice))))),
    ['service', 'handler', 'key'].map(name =>
      el('label', null, `${name[0].toUpperCase()}${name.slice(1)} `, el('input', { name, value: parameters[name] ?? '', spellcheck: 'false' }))),
    el('button', { type: 'submit' }, 'Show'));
}

function table(answer) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Invocations' }, el('table', null,
    el('thead', null, el('tr', null, ['Invocation', 'Status', 'Created', 'Time', 'What happens'].map(name => el('th', { scope: 'col' }, name)))),
    el('tbody', null, answer.invocations.map(invocation => row(invocation, answer.now)))));
}

function row(invocation, now) {
  return el('tr', { 'data-key': invocation.id },
    el('th', { scope: 'row' }, el('a', { href: toInvocation(invocation.id) }, invocation.target), el('span', { class: 'sub id' }, invocation.id)),
    el('td', null, statusLabel(invocation.status, invocation.result)),
    el('td', null, time(invocation.createdAt)),
    el('td', null, between(invocation.createdAt, invocation.completedAt ?? now)),
    el('td', { class: 'reason' }, what(invocation, now)));
}

function what(invocation, now) {
  const { status } = invocation;
  return [
    status === 'scheduled' && invocation.scheduledStartAt && `starts ${until(invocation.scheduledStartAt, now)}`,
    status === 'backing-off' && `failed ${invocation.retryCount ?? 0} times, next attempt ${invocation.nextRetryAt ? until(invocation.nextRetryAt, now) : 'soon'}`,
    invocation.failure && [status === 'backing-off' && ': ', el('span', { class: 'failure' }, invocation.failure)],
  ];
}
