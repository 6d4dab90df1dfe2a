// Two visitors of one show: what one does, the other sees.

export default async function ({ input, open, accessibility }) {
  const anna = await open(input.url, { colorScheme: 'light', viewport: { width: 1100, height: 760 } });
  const bob = await open(input.url, { colorScheme: 'dark', viewport: { width: 1100, height: 760 } });
  const seat = (page, name) => page.locator(`button[data-seat="${name}"]`);
  const becomes = (page, name, status) => page.locator(`button[data-seat="${name}"][data-status="${status}"]`).waitFor();
  const message = (page, text) => page.locator('#message', { hasText: text }).waitFor();
  const result = {};

  await seat(anna, 'F10').waitFor();
  await seat(bob, 'F10').waitFor();
  result.seats = await anna.locator('button.seat').count();

  // With the mouse, and with the keyboard.
  await seat(anna, 'B4').click();
  await becomes(anna, 'B4', 'mine');
  await anna.keyboard.press('ArrowRight');
  await anna.keyboard.press('Enter');
  await becomes(anna, 'B5', 'mine');
  result.total = await anna.locator('#total').innerText();
  result.label = await seat(anna, 'B5').getAttribute('aria-label');

  // Bob sees it without asking, and cannot have them.
  await becomes(bob, 'B4', 'held');
  await becomes(bob, 'B5', 'held');
  await seat(bob, 'B4').click({ force: true });       // it says that it is disabled, and a visitor may try all the same
  await message(bob, 'Seat B4 is held by somebody else.');
  await seat(bob, 'D7').click();
  await becomes(bob, 'D7', 'mine');
  await becomes(anna, 'D7', 'held');

  // A seat that is given back is free for all.
  await seat(anna, 'E1').click();
  await becomes(bob, 'E1', 'held');
  await seat(anna, 'E1').click();
  await becomes(bob, 'E1', 'free');
  await message(anna, 'Seat E1 is given back.');

  // A refused card sells nothing, and the seats are still held.
  await anna.getByLabel('Pay with').selectOption('refused');
  await anna.getByRole('button', { name: 'Buy' }).click();
  await becomes(anna, 'B4', 'paying');
  await message(anna, 'The card was refused.');
  await becomes(anna, 'B4', 'mine');
  await becomes(bob, 'B4', 'held');

  await anna.getByLabel('Pay with').selectOption('good');
  await anna.getByRole('button', { name: 'Buy' }).click();
  await message(anna, 'Paid €120.');
  await becomes(anna, 'B4', 'bought');
  await becomes(bob, 'B4', 'sold');
  result.tickets = await anna.locator('#bought').innerText();

  // A page that is opened again is the same visitor.
  await anna.reload();
  await becomes(anna, 'B5', 'bought');
  await seat(anna, 'C6').click();
  await becomes(bob, 'C6', 'held');

  result.accessibility = [...await accessibility(anna), ...await accessibility(bob)];
  await anna.screenshot({ path: `${input.screenshots}/ticket-reservation-light.png` });
  await bob.screenshot({ path: `${input.screenshots}/ticket-reservation-dark.png` });
  await anna.setViewportSize({ width: 380, height: 900 });
  result.overflow = await anna.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await anna.screenshot({ path: `${input.screenshots}/ticket-reservation-phone.png` });
  return result;
}
