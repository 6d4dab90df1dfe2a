import { el } from './dom.js';
import { until } from './format.js';
import { toInvocation } from './router.js';

const statuses = {
  pending: 'waiting for its key',
  scheduled: 'scheduled',
  ready: 'ready',
  running: 'running',
  'backing-off': 'retrying',
  suspended: 'suspended',
  paused: 'paused',
  completed: 'completed',
};

const kinds = { Service: 'service', VirtualObject: 'virtual object', Workflow: 'workflow' };

const modes = { Exclusive: 'exclusive', Shared: 'shared', Workflow: 'run', None: '' };

const waits = {
  Sleep: 'the timer',
  Call: 'the call of',
  GetPromise: 'the promise',
  Run: 'the step',
  Signal: 'the signal',
  Awakeable: 'an awakeable',
  AttachInvocation: 'the result of',
};

export function statusWord(status) {
  return statuses[status] ?? status;
}

export function kindWord(kind) {
  return kinds[kind] ?? kind;
}

export function modeWord(mode) {
  return modes[mode] ?? mode;
}

/** A status as a label; it says the same without its colour. */
export function statusLabel(status, result) {
  const word = result === 'failure' ? 'failed' : statusWord(status);
  return el('span', { class: `status status-${/^[a-z-]+$/.test(status) ? status : 'other'} result-${result === 'failure' ? 'failure' : 'none'}` }, word);
}

/** For what an invocation waits, in words. */
export function waitWords(waitsFor, now) {
  return waitsFor.map((wait, index) => [index ? ', ' : '', waitWord(wait, now)]);
}

function waitWord(wait, now) {
  const subject = wait.subject && (wait.invocationId ? el('a', { href: toInvocation(wait.invocationId) }, wait.subject) : el('b', null, wait.subject));
  return [waits[wait.type] ?? wait.type, subject ? [' ', subject] : '', wait.until ? ` (${until(wait.until, now)})` : ''];
}

/** Why the holder of a key does not go on. */
export function holderWords(holder, now) {
  const waiting = waitWords(holder.waitsFor, now);
  switch (holder.status) {
    case 'backing-off':
      return [`failed ${holder.retryCount ?? 0} times`, holder.nextRetryAt ? `, next attempt ${until(holder.nextRetryAt, now)}` : '', failureWords(holder)];
    case 'paused':
      return ['is paused until somebody resumes it', failureWords(holder)];
    case 'ready':
      return ['is between two attempts', failureWords(holder)];
    case 'suspended':
      return waiting.length ? ['waits for ', waiting] : 'is suspended';
    default:
      return waiting.length ? ['waits for ', waiting] : 'runs code, or waits for a signal';
  }
}

function failureWords(holder) {
  return holder.failure ? [': ', el('span', { class: 'failure' }, holder.failure)] : '';
}
