// The page of one show. The server sends all seats at the start and after each change; the page draws them, and sends what the visitor does.

const show = new URLSearchParams(location.search).get('show') ?? 'tonight';
const api = `/api/shows/${encodeURIComponent(show)}`;
const names = { free: 'free', mine: 'held for you', paying: 'being paid by you', held: 'held by somebody else', sold: 'sold', bought: 'your ticket' };
const money = new Intl.NumberFormat('en', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

const hall = document.getElementById('hall');
const order = document.getElementById('order');
const buttons = new Map();      // seat -> button
let seats = [];                 // as the server has sent them, with the deadline of holds on this page's clock
let checkoutId = null;          // of a checkout whose answer has not come

// Live updates. EventSource connects again by itself, and then gets all seats anew.

const events = new EventSource(`${api}/events`);
events.onopen = () => connection('live', 'live');
events.onerror = () => connection('lost', 'connection lost, trying again');
events.addEventListener('seats', event => {
  const before = new Map(seats.map(seat => [seat.seat, seat.status]));
  seats = JSON.parse(event.data).map(seat => ({ ...seat, until: seat.secondsLeft && performance.now() + seat.secondsLeft * 1000 }));
  const expired = seats.filter(seat => seat.status !== 'mine' && before.get(seat.seat) === 'mine' && !givenBack.delete(seat.seat)
    && seat.status !== 'paying' && seat.status !== 'bought');
  if (expired.length > 0) {
    say(`Your hold on ${list(expired)} has expired.`);
  }

  drawHall();
  drawOrder();
});

function connection(state, text) {
  const element = document.getElementById('connection');
  element.dataset.state = state;
  element.textContent = text;
}

// The hall: buttons that are made once and changed afterwards, so that the focus stays where it is.

function drawHall() {
  if (buttons.size === 0) {
    makeHall();
  }

  for (const { seat, price, status } of seats) {
    const button = buttons.get(seat);
    button.dataset.status = status;
    button.setAttribute('aria-label', `Row ${seat[0]}, seat ${seat.slice(1)}, ${money.format(price)}, ${names[status]}`);
    button.setAttribute('aria-pressed', status === 'mine');
    button.setAttribute('aria-disabled', status !== 'free' && status !== 'mine');
  }
}

function makeHall() {
  for (const row of new Set(seats.map(seat => seat.seat[0]))) {
    const line = add(hall, 'div', { role: 'row' });
    add(line, 'span', { role: 'rowheader' }).textContent = row;
    const inRow = seats.filter(seat => seat.seat[0] === row);
    for (const { seat } of inRow) {
      const cell = add(line, 'span', { role: 'gridcell' });
      const button = add(cell, 'button', { type: 'button', class: 'seat', tabindex: buttons.size === 0 ? 0 : -1 });
      button.dataset.number = seat.slice(1);
      button.dataset.seat = seat;
      buttons.set(seat, button);
    }

    add(line, 'span', { class: 'price', 'aria-hidden': 'true' }).textContent = money.format(inRow[0].price);
  }
}

hall.addEventListener('click', event => {
  const seat = seats.find(({ seat }) => seat === event.target.dataset.seat);
  if (seat) {
    focusSeat(seat.seat);
    toggle(seat);
  }
});

// One seat is in the tab order; the arrow keys move to the others.
hall.addEventListener('keydown', event => {
  const index = seats.findIndex(({ seat }) => seat === event.target.dataset.seat);
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -10, ArrowDown: 10 }[event.key];
  if (step && index >= 0 && seats[index + step]) {
    event.preventDefault();
    focusSeat(seats[index + step].seat);
  }
});

function focusSeat(seat) {
  hall.querySelector('[tabindex="0"]').tabIndex = -1;
  buttons.get(seat).tabIndex = 0;
  buttons.get(seat).focus();
}

const givenBack = new Set();    // so that these are not announced as expired

async function toggle({ seat, status }) {
  if (status === 'free') {
    if (await send('PUT', `/seats/${seat}`)) {
      say(`Seat ${seat} is held for you.`);
    }
  } else if (status === 'mine') {
    givenBack.add(seat);
    if (await send('DELETE', `/seats/${seat}`)) {
      say(`Seat ${seat} is given back.`);
    }
  } else {
    say(`Seat ${seat} is ${names[status]}.`);
  }
}

// The order.

function drawOrder() {
  const mine = seats.filter(({ status }) => status === 'mine' || status === 'paying');
  const bought = seats.filter(({ status }) => status === 'bought');
  order.replaceChildren(...mine.map(orderLine));
  document.getElementById('empty').hidden = mine.length > 0;
  document.getElementById('checkout').hidden = mine.length === 0;
  document.getElementById('total').textContent = money.format(mine.reduce((sum, { price }) => sum + price, 0));
  document.getElementById('buy').disabled = mine.some(({ status }) => status === 'paying');
  document.getElementById('tickets').hidden = bought.length === 0;
  document.getElementById('bought').textContent = list(bought);
  tick();
}

function orderLine({ seat, price, until }) {
  const line = document.createElement('li');
  add(line, 'span').textContent = `Row ${seat[0]}, seat ${seat.slice(1)}`;
  const time = add(line, 'time', { 'aria-label': 'time left' });
  time.dataset.until = until ?? '';
  add(line, 'span').textContent = money.format(price);
  return line;
}

function tick() {
  for (const time of order.querySelectorAll('time')) {
    const left = Math.max(0, Math.ceil((time.dataset.until - performance.now()) / 1000));
    time.textContent = time.dataset.until === '' ? 'paying' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    time.toggleAttribute('data-soon', time.dataset.until !== '' && left <= 20);
  }
}

setInterval(tick, 250);

document.getElementById('checkout').addEventListener('submit', async event => {
  event.preventDefault();
  document.getElementById('buy').disabled = true;
  say('Paying …');
  checkoutId ??= crypto.randomUUID();
  const tickets = await send('PUT', `/checkouts/${checkoutId}`, { card: document.getElementById('card').value });
  if (tickets) {
    say(`Paid ${money.format(tickets.total)}. Enjoy the show! Receipt ${tickets.receipt}.`);
  }

  if (tickets !== undefined) {
    checkoutId = null;
  }

  document.getElementById('buy').disabled = false;
});

// Requests. Gives the answer, null for a refusal, and undefined if there was no answer: then what was asked for may have happened.

async function send(method, path, body) {
  try {
    const response = await fetch(api + path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
    const text = await response.text();
    if (response.ok) {
      return text ? JSON.parse(text) : true;
    }

    say(JSON.parse(text).detail, 'error');
    return response.status === 503 ? undefined : null;
  } catch {
    say('The connection is lost. What you have begun goes on; try again.', 'error');
    return undefined;
  }
}

function say(text, kind = 'info') {
  const message = document.getElementById('message');
  message.textContent = text;
  message.dataset.kind = kind;
}

function list(some) {
  return some.map(({ seat }) => seat).join(', ');
}

function add(parent, tag, attributes = {}) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }

  parent.append(element);
  return element;
}
