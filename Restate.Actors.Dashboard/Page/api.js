/** A question that got no answer; the message is for the reader. */
export class Problem extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Asks the application. Parameters without a value are left out. */
export async function ask(path, parameters, signal) {
  const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value));
  return answerOf(() => fetch(`api/${path}${query.size ? `?${query}` : ''}`, { signal, headers: { accept: 'application/json' } }));
}

/** Asks for a change of one invocation. The header keeps other sites from doing so: browsers do not let them set it. */
export function act(id, action) {
  return answerOf(() => fetch(`api/invocations/${encodeURIComponent(id)}/${action}`, { method: 'POST', headers: { 'x-actor-dashboard': '1' } }));
}

async function answerOf(send) {
  let response;
  try {
    response = await send();
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem('This application does not answer. It may have been stopped.');
  }

  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  if (response.ok) return isJson ? response.json() : null;
  throw new Problem(isJson ? (await response.json()).error : `This application answered with status ${response.status}.`, response.status);
}
