import { act, ask } from './api.js';
import { confirmAction } from './confirm.js';
import { el, update } from './dom.js';
import { time } from './format.js';
import * as invocations from './invocations.js';
import * as journal from './journal.js';
import * as keys from './keys.js';
import * as overview from './overview.js';
import { Poll } from './poll.js';
import { link, place } from './router.js';

const view = document.getElementById('view');
const problem = document.getElementById('problem');
const contact = document.getElementById('contact');
const announcer = document.getElementById('announcer');
const pauseButton = document.getElementById('pause');

let facts = null;
let lastContact = null;
let lastPage = null;
let isFormStale = false;
const poll = new Poll(tick);

function pageOf({ parts }) {
  switch (parts[0]) {
    case 'keys': return keys;
    case 'invocations': return parts[1] ? journal : invocations;
    default: return overview;
  }
}

async function tick(signal) {
  const here = place();
  const page = pageOf(here);
  try {
    const news = ask('overview', null, signal);
    const [answer, known] = await Promise.all([page === overview ? news : page.load(here, signal).catch(error => error), news]);
    if (signal.aborted) return;
    facts = known;
    poll.interval = known.refreshMilliseconds;
    lastContact = new Date();
    showProblem(known.server.error ? serverProblem(known.server) : answer instanceof Error ? answer.message : '');
    if (!(answer instanceof Error)) show(page.render(answer, here, facts));
    else if (!view.querySelector('h1')) show([el('h1', null, page.title(here))]);
  } catch (error) {
    if (error.name === 'AbortError') return;
    showProblem(error.message);
  }

  showContact();
}

function serverProblem(server) {
  return [el('b', null, 'The Restate server gives no answer. '), server.error, ` Its address here is ${server.address}. Trying again.`];
}

function show(content) {
  update(view, el('main', { id: 'view', tabindex: -1 }, content));
  if (isFormStale) view.querySelector('form')?.reset();
  isFormStale = false;
}

function showProblem(content) {
  update(problem, el('div', { id: 'problem', role: 'alert', class: content.length ? 'shown' : null }, content));
}

function showContact() {
  const state = poll.isPaused ? 'Paused' : problem.classList.contains('shown') ? 'Trying again' : 'Live';
  contact.textContent = lastContact ? `${state} · ${time(lastContact)}` : state;
  contact.className = state === 'Live' ? 'live' : '';
}

function moved() {
  // A link within the document, not a place of the page.
  if (location.hash && !location.hash.startsWith('#/')) {
    document.getElementById(location.hash.slice(1))?.focus();
    return;
  }

  const here = place();
  const page = pageOf(here);
  document.title = `${page.title(here)} – Actors`;
  for (const anchor of document.querySelectorAll('header nav a')) {
    const isHere = anchor.hash === link(here.parts.slice(0, 1));
    if (isHere) anchor.setAttribute('aria-current', 'page'); else anchor.removeAttribute('aria-current');
  }

  // Another filter of the same list changes in place, so that the focus stays where it is.
  isFormStale = true;
  if (page !== lastPage || page === journal) {
    const hadFocus = view.contains(document.activeElement);
    view.replaceChildren();
    window.scrollTo(0, 0);
    if (hadFocus) view.focus({ preventScroll: true });
  }

  lastPage = page;
  view.setAttribute('aria-busy', 'true');
  announcer.textContent = page.title(here);
  poll.now();
}

pauseButton.addEventListener('click', () => {
  poll.isPaused = !poll.isPaused;
  pauseButton.setAttribute('aria-pressed', String(poll.isPaused));
  showContact();
});

view.addEventListener('submit', event => {
  event.preventDefault();
  location.hash = link(['invocations'], Object.fromEntries(new FormData(event.target)));
});

view.addEventListener('change', event => {
  if (event.target.tagName === 'SELECT') event.target.form.requestSubmit();
});

view.addEventListener('click', async event => {
  const { action, id } = event.target.dataset;
  if (!action || !await confirmAction(action, view.querySelector('h1').firstChild.textContent)) return;
  try {
    await act(id, action);
    announcer.textContent = action === 'kill' ? 'Killed.' : 'The cancellation is sent.';
    poll.now();
  } catch (error) {
    showProblem(error.message);
  }
});

addEventListener('hashchange', moved);
moved();
