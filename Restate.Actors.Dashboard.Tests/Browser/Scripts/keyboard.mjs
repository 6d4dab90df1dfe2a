// Uses the page without a mouse.
export default async function keyboard({ open, input }) {
  const page = await open();
  await page.goto(input.address);
  await page.getByRole('rowgroup').filter({ hasText: 'Till' }).waitFor();
  const focused = () => page.evaluate(() => (document.activeElement.ariaLabel ?? document.activeElement.textContent).trim());
  const seen = { order: [] };
  for (let i = 0; i < 7; i++) {
    await page.keyboard.press('Tab');
    seen.order.push(await focused());
  }

  // The skip link leads into the view and leaves the place alone.
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  seen.skipped = await page.evaluate(() => document.activeElement.id);
  seen.heading = await page.locator('h1').innerText();

  // What has the focus keeps it while news come in.
  const service = page.getByRole('link', { name: 'Till', exact: true });
  await service.focus();
  await page.waitForResponse(response => response.url().endsWith('api/overview'));
  await page.waitForResponse(response => response.url().endsWith('api/overview'));
  seen.kept = await focused();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Invocations' }).waitFor();
  seen.afterLink = await page.evaluate(() => document.activeElement.id);
  seen.current = await page.locator('nav a[aria-current=page]').innerText();

  // The filter works in place.
  const status = page.getByRole('combobox', { name: 'Status' });
  await status.focus();
  await page.keyboard.press('s');
  await page.waitForURL(/status=suspended/);
  await page.waitForFunction(() => !document.getElementById('view').ariaBusy);
  seen.filter = await page.evaluate(() => document.activeElement.name);
  const key = page.getByRole('textbox', { name: 'Key' });
  await key.focus();
  await key.fill(input.key);
  await page.keyboard.press('Enter');
  await page.waitForURL(/key=/);
  await page.getByRole('row').filter({ hasText: input.key }).waitFor();
  seen.rows = await page.locator('tbody tr').count();
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('input[name=key]').value === '');

  // Escape means no, the second button means yes.
  await page.goto(`${input.address}#/invocations/${input.invocation}`);
  const kill = page.getByRole('button', { name: 'Kill …' });
  await kill.focus();
  await page.keyboard.press('Enter');
  seen.question = await page.getByRole('dialog').innerText();
  await page.keyboard.press('Escape');
  seen.afterEscape = await focused();
  await page.waitForResponse(response => response.url().includes('api/invocations/'));
  seen.stillThere = await page.locator('h1').innerText();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Kill', exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading').filter({ hasText: 'failed' }).waitFor();
  seen.killed = await page.locator('main').innerText();
  return seen;
}
