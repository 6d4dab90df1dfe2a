import { faintTexts, namelessControls } from './contrast.mjs';

// Walks through the views, looks at what they say, and takes pictures.
export default async function tour({ open, input }) {
  const { address, pictures, holder, delivery } = input;
  const seen = { faint: [], nameless: [] };
  for (const colorScheme of ['light', 'dark']) {
    const page = await open({ colorScheme });
    const picture = async name => {
      seen.faint.push(...await faintTexts(page));
      seen.nameless.push(...await namelessControls(page));
      if (pictures) await page.screenshot({ path: `${pictures}/dashboard-${name}-${colorScheme}.png` });
    };
    await page.goto(address);
    await page.getByRole('rowgroup').filter({ hasText: 'Delivery' }).waitFor();
    seen.actors = await page.locator('table.actors').innerText();
    seen.cards = await page.locator('.cards').first().innerText();
    await picture('overview');

    await page.getByRole('link', { name: 'Blocked keys' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Till/berlin' }) });
    await row.waitFor();
    seen.blocked = await row.innerText();
    seen.keys = await page.locator('main').innerText();
    await picture('keys');

    await row.getByRole('link', { name: 'HoldUntilSignal' }).click();
    await page.getByRole('heading', { name: 'Till/berlin/HoldUntilSignal' }).waitFor();
    seen.holder = await page.locator('main').innerText();
    seen.isHolder = page.url().endsWith(holder);

    await page.goto(`${address}#/invocations`);
    await page.getByRole('row').filter({ hasText: 'Delivery' }).first().waitFor();
    seen.invocations = await page.locator('main').innerText();
    await picture('invocations');

    await page.goto(`${address}#/invocations/${delivery}`);
    await page.getByRole('row').filter({ hasText: 'GetPromise' }).waitFor();
    seen.journal = await page.locator('table.timeline').innerText();
    seen.bars = await page.locator('.bar').evaluateAll(bars => bars.map(bar => bar.getBoundingClientRect().width));
    await picture('journal');
    seen[colorScheme] = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    await page.close();
  }

  return seen;
}
