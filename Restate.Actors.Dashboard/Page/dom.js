// Elements are made from text and attributes, never from markup: whatever a key or a failure says stays text.

/** Makes an element. Children are elements, texts, numbers, lists of them; null and false are left out. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? '' : String(value));
  }

  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false).map(asNode));
  return element;
}

function asNode(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}

/** Changes a live element so that it is like a new one, and keeps what is alike: focus, selection and open details stay. */
export function update(live, fresh) {
  updateAttributes(live, fresh);
  const keyed = new Map([...live.children].filter(child => child.dataset.key).map(child => [child.dataset.key, child]));
  let place = live.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const known = wanted.nodeType === Node.ELEMENT_NODE && wanted.dataset.key ? keyed.get(wanted.dataset.key) : place;
    if (!known || !isAlike(known, wanted)) {
      live.insertBefore(wanted, place);
      continue;
    }

    if (known === place) {
      place = place.nextSibling;
    } else {
      live.insertBefore(known, place);
    }

    updateNode(known, wanted);
  }

  while (place) {
    const next = place.nextSibling;
    place.remove();
    place = next;
  }
}

function isAlike(live, wanted) {
  return live.nodeType === wanted.nodeType && live.nodeName === wanted.nodeName && live.dataset?.key === wanted.dataset?.key;
}

function updateNode(live, wanted) {
  if (live.nodeType === Node.TEXT_NODE) {
    if (live.data !== wanted.data) live.data = wanted.data;
  } else {
    update(live, wanted);
  }
}

function updateAttributes(live, fresh) {
  for (const { name } of [...live.attributes]) {
    // What the user opened stays open.
    if (name !== 'style' && !fresh.hasAttribute(name) && !(live.tagName === 'DETAILS' && name === 'open')) live.removeAttribute(name);
  }

  for (const { name, value } of fresh.attributes) {
    if (name !== 'style' && live.getAttribute(name) !== value) live.setAttribute(name, value);
  }

  // The page's policy forbids style attributes, but not styles that code sets.
  if (live.style.cssText !== fresh.style.cssText) live.style.cssText = fresh.style.cssText;
}
