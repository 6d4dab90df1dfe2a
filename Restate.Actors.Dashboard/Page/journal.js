import { ask } from './api.js';
import { el } from './dom.js';
import { between, duration, time, until } from './format.js';
import { link, toInvocation } from './router.js';
import { holderWords, statusLabel, statusWord } from './words.js';

export const title = place => place.parts[1];

export const load = (place, signal) => ask(`invocations/${encodeURIComponent(place.parts[1])}`, place.parameters, signal);

export function render(answer, place, overview) {
  const { invocation, now } = answer;
  return [
    el('h1', { class: 'target' }, invocation.target, ' ', statusLabel(invocation.status, invocation.result)),
    facts(answer, overview),
    overview?.canAct && invocation.status !== 'completed' && actions(invocation),
    invocation.failure && el('p', { class: 'failure' }, invocation.failure),
    el('h2', null, 'Journal'),
    answer.steps.length ? timeline(answer) : el('p', { class: 'nothing' }, invocation.status === 'completed' ? 'The journal is not kept any more.' : 'It has not begun.'),
    el('nav', { 'aria-label': 'Parts of the journal', class: 'pages' },
      answer.from > 0 && el('a', { href: toInvocation(invocation.id) }, 'From the beginning'),
      answer.next && el('a', { href: link(['invocations', invocation.id], { from: String(answer.next) }) }, `From entry ${answer.next}`)),
    answer.events.length > 0 && [el('h2', null, 'Failures and other events'), el('ol', { class: 'events' }, answer.events.map(event => eventItem(event, now)))],
  ];
}

function facts(answer, overview) {
  const { invocation, now } = answer;
  const isDone = invocation.status === 'completed';
  const waits = !isDone && holderWords({ ...invocation, failure: null, waitsFor: answer.waitsFor }, now);
  const facts = [
    ['Id', el('span', { class: 'id' }, invocation.id)],
    ['Created', `${time(invocation.createdAt)}, ${between(invocation.createdAt, now)} ago`],
    isDone ? ['Took', between(invocation.createdAt, invocation.completedAt ?? invocation.modifiedAt)] : ['State', stateWords(answer, waits)],
    invocation.invokedByTarget && ['Called by', invocation.invokedById ? el('a', { href: toInvocation(invocation.invokedById) }, invocation.invokedByTarget) : invocation.invokedByTarget],
    !invocation.invokedByTarget && invocation.invokedBy && ['Called by', invocation.invokedBy],
    answer.deploymentId && ['Deployment', `${answer.deploymentId}${answer.protocolVersion ? `, protocol ${answer.protocolVersion}` : ''}`],
    answer.journalSize !== undefined && ['Journal', `${answer.journalSize} entries`],
    ['Elsewhere', serverPage(invocation, overview)],
  ];
  return el('dl', { class: 'facts' }, facts.filter(fact => fact && fact[1]).map(([name, value]) => el('div', { 'data-key': name }, el('dt', null, name), el('dd', null, value))));
}

function stateWords(answer, waits) {
  const { invocation, holder, now } = answer;
  if (invocation.status === 'scheduled') return `starts ${until(invocation.scheduledStartAt, now)}`;
  if (invocation.status !== 'pending') return waits;
  return holder
    ? ['waits for its key, which ', el('a', { href: toInvocation(holder.id) }, holder.target), ` (${statusWord(holder.status)}) holds for ${between(holder.since, now)}`]
    : 'waits for its key, or for other calls that go first';
}

function serverPage(invocation, overview) {
  const address = overview?.server.address;
  return /^https?:\/\//.test(address ?? '')
    && el('a', { href: `${address.replace(/\/$/, '')}/ui/invocations/${encodeURIComponent(invocation.id)}`, rel: 'noreferrer', target: '_blank' }, "the server's own page");
}

function actions(invocation) {
  return el('div', { class: 'buttons' },
    el('button', { type: 'button', 'data-action': 'cancel', 'data-id': invocation.id }, 'Cancel …'),
    el('button', { type: 'button', 'data-action': 'kill', 'data-id': invocation.id, class: 'danger' }, 'Kill …'));
}

function timeline(answer) {
  const times = answer.steps.flatMap(step => [step.startedAt, step.endedAt, step.isOpen ? answer.now : null]).filter(time => time).map(time => Date.parse(time));
  const begin = Math.min(...times);
  const length = Math.max(1, Math.max(...times) - begin);
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Timeline of the journal' }, el('table', { class: 'timeline' },
    el('thead', null, el('tr', null,
      el('th', { scope: 'col', class: 'number' }, '#'),
      el('th', { scope: 'col' }, 'Command'),
      el('th', { scope: 'col' }, 'About'),
      el('th', { scope: 'col', class: 'number' }, 'At'),
      el('th', { scope: 'col', class: 'number' }, 'Took'),
      el('th', { scope: 'col', class: 'bars' }, `Timeline of ${duration(length)}`))),
    el('tbody', null, answer.steps.map(step => stepRow(step, answer.now, begin, length)))));
}

function stepRow(step, now, begin, length) {
  const start = Date.parse(step.startedAt);
  const end = step.endedAt ? Date.parse(step.endedAt) : step.isOpen ? Date.parse(now) : start;
  return el('tr', { 'data-key': String(step.index), class: step.isOpen ? 'open' : null },
    el('td', { class: 'number' }, step.index),
    el('th', { scope: 'row' }, step.type, step.name && [' ', el('b', null, step.name)]),
    el('td', { class: 'reason' }, about(step, now)),
    el('td', { class: 'number', title: time(step.startedAt) }, `+${duration(start - begin)}`),
    el('td', { class: 'number' }, took(step, start, end)),
    el('td', { class: 'bars', 'aria-hidden': 'true' }, bar(step, (start - begin) / length, (end - start) / length)));
}

function about(step, now) {
  return [
    step.subject && (step.invocationId ? el('a', { href: toInvocation(step.invocationId) }, step.subject) : step.subject),
    step.until && step.isOpen && ` fires ${until(step.until, now)}`,
    step.result === 'Failure' && el('span', { class: 'failure' }, ' failed'),
  ];
}

function took(step, start, end) {
  if (step.isOpen) return `${duration(end - start)}, open`;
  return step.endedAt ? duration(end - start) : '';
}

function bar(step, from, length) {
  const element = el('span', { class: `bar bar-${/^[A-Za-z]+$/.test(step.type) ? step.type : 'other'}${step.isOpen ? ' bar-open' : ''}` });
  element.style.setProperty('--from', `${(from * 100).toFixed(3)}%`);
  element.style.setProperty('--length', `${(length * 100).toFixed(3)}%`);
  return element;
}

function eventItem(event, now) {
  return el('li', { 'data-key': `${event.at} ${event.type} ${event.afterIndex}` },
    el('span', { class: 'sub' }, `${time(event.at)}, ${between(event.at, now)} ago `),
    el('b', null, eventWord(event.type)),
    event.command && [' at ', event.command],
    event.code && ` (${event.code})`,
    event.message && [': ', el('span', { class: 'failure' }, event.message)],
    event.stackTrace && el('details', null, el('summary', null, 'Stack trace'), el('pre', null, event.stackTrace)));
}

function eventWord(type) {
  return { TransientError: 'Attempt failed', Paused: 'Paused', Suspended: 'Suspended' }[type] ?? type;
}
