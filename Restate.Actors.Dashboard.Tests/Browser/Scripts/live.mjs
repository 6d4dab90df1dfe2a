// Sees news come in, and no questions while nobody looks.
export default async function live({ open, step, input, requests }) {
  const page = await open();
  await page.goto(`${input.address}#/invocations?key=${input.key}`);
  await page.getByText('There are none.').waitFor();
  await step('sent');
  await page.getByRole('row').filter({ hasText: input.key }).waitFor();
  const seen = { contact: await page.locator('#contact').innerText() };

  const show = isHidden => page.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', { configurable: true, value: hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
  const questions = () => requests.filter(url => url.includes('/api/')).length;
  await show(true);
  const before = questions();
  await page.waitForTimeout(1500);
  seen.whileHidden = questions() - before;
  await show(false);
  await page.waitForResponse(response => response.url().includes('api/'));
  seen.afterwards = questions() - before;

  await page.getByRole('button', { name: 'Pause' }).click();
  const paused = questions();
  await page.waitForTimeout(1500);
  seen.whilePaused = questions() - paused;
  seen.pausedContact = await page.locator('#contact').innerText();
  seen.isPressed = await page.getByRole('button', { name: 'Pause' }).getAttribute('aria-pressed');
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.waitForResponse(response => response.url().includes('api/'));
  return seen;
}
