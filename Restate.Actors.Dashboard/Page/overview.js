import { ask } from './api.js';
import { el } from './dom.js';
import { number, seconds } from './format.js';
import { link } from './router.js';
import { kindWord, modeWord, statusWord } from './words.js';

const columns = ['running', 'pending', 'suspended', 'backing-off', 'paused', 'scheduled', 'completed'];

export const title = () => 'Overview';

export const load = (place, signal) => ask('overview', null, signal);

export function render(overview) {
  return [
    el('h1', null, 'Overview'),
    el('section', { 'aria-label': 'Invocations', class: 'cards' }, columns.filter(status => status !== 'completed').map(status => statusCard(overview, status))),
    el('section', { 'aria-label': 'This process', class: 'cards small' }, processCards(overview.process)),
    el('h2', null, 'Actors'),
    overview.services.length ? table(overview) : el('p', { class: 'nothing' }, 'There are no actors: neither the server nor this process knows one.'),
    overview.isCut && el('p', { class: 'note' }, 'There are more handlers than are counted here.'),
    el('p', { class: 'note' }, 'Numbers of invocations are those that the server keeps. Attempts are those of this process in the last minute; their time includes waits on an open stream.'),
  ];
}

function statusCard(overview, status) {
  const sum = overview.services.flatMap(service => service.handlers).reduce((total, handler) => total + (handler.invocations[status] ?? 0), 0);
  return card(status === 'pending' ? 'waiting for a key' : statusWord(status), overview.server.error ? '?' : number(sum), link(['invocations'], { status }), sum ? status : 'none');
}

function processCards(counts) {
  return [
    card('attempts in this process', number(counts.activeAttempts)),
    card('keys in use', number(counts.activeKeys)),
    card('keys kept warm', number(counts.warmKeys)),
    card('keys whose last attempt failed', number(counts.blockedKeys)),
  ];
}

function card(label, value, href, status) {
  const content = [el('span', { class: 'value' }, value), el('span', { class: 'label' }, label)];
  return href ? el('a', { class: `card card-${status}`, href, 'data-key': label }, content) : el('div', { class: 'card', 'data-key': label }, content);
}

function table(overview) {
  return el('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'Actors and their handlers' }, el('table', { class: 'actors' },
    el('thead', null, el('tr', null,
      el('th', { scope: 'col' }, 'Handler'),
      columns.map(status => el('th', { scope: 'col', class: 'number' }, status === 'pending' ? 'waiting' : statusWord(status))),
      ['attempts/min', 'failed', 'p50', 'p95'].map(name => el('th', { scope: 'col', class: 'number' }, name)))),
    overview.services.map(service => rows(service, overview))));
}

function rows(service, overview) {
  return el('tbody', { 'data-key': service.name },
    el('tr', { class: 'service' }, el('th', { scope: 'rowgroup', colspan: columns.length + 5 },
      el('a', { href: link(['invocations'], { service: service.name }) }, service.name),
      ' ', el('span', { class: 'tag' }, kindWord(service.kind)),
      service.isRegistered === false && el('span', { class: 'tag warning' }, 'not registered with the server'),
      !service.isServedHere && el('span', { class: 'tag' }, 'served elsewhere'))),
    service.handlers.map(handler => handlerRow(service, handler, overview)));
}

function handlerRow(service, handler, overview) {
  const rates = handler.rates;
  const ended = rates && rates.completed + rates.failed + rates.suspended + rates.retried + rates.aborted;
  const failed = rates && rates.failed + rates.retried + rates.aborted;
  return el('tr', { 'data-key': handler.name },
    el('th', { scope: 'row' }, handler.name, ' ', modeWord(handler.mode) && el('span', { class: `tag mode-${modeWord(handler.mode)}` }, modeWord(handler.mode))),
    columns.map(status => el('td', { class: 'number' }, countLink(service, handler, status, overview))),
    el('td', { class: 'number' }, rates ? number(ended) : '–'),
    el('td', { class: failed ? 'number bad' : 'number' }, rates ? number(failed) : '–'),
    el('td', { class: 'number' }, seconds(rates?.medianSeconds)),
    el('td', { class: 'number' }, seconds(rates?.slowSeconds)));
}

function countLink(service, handler, status, overview) {
  const count = handler.invocations[status];
  if (!count) return overview.server.error ? '?' : el('span', { class: 'zero' }, '0');
  return el('a', { href: link(['invocations'], { service: service.name, handler: handler.name, status }) }, number(count));
}
