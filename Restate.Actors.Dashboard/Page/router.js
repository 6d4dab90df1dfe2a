/** The place of the page in its address: #/invocations?status=running */
export function place() {
  const [path, query] = location.hash.replace(/^#/, '').split('?', 2);
  const parts = path.split('/').filter(part => part).map(decodeURIComponent);
  return { parts, parameters: Object.fromEntries(new URLSearchParams(query ?? '')) };
}

/** An address within the page. Everything in it is encoded. */
export function link(parts, parameters) {
  const query = new URLSearchParams(Object.entries(parameters ?? {}).filter(([, value]) => value));
  return `#/${parts.map(encodeURIComponent).join('/')}${query.size ? `?${query}` : ''}`;
}

export function toInvocation(id) {
  return link(['invocations', id]);
}
