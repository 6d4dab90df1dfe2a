// Shows names and failures that are markup, in every view.
export default async function hostile({ open, input }) {
  const page = await open();
  const seen = {};
  for (const [name, place] of Object.entries(input.places)) {
    await page.goto(`${input.address}#${place}`);
    await page.getByText(input.key).first().waitFor();
    seen[name] = await page.locator('main').innerText();
    seen[`${name}Markup`] = await page.locator('main').locator('script, img, svg, iframe, style, b[onclick]').count();
  }

  // The filter of the list carries the key there and back.
  await page.goto(`${input.address}#/keys`);
  await page.getByRole('link', { name: input.key }).first().click();
  await page.getByRole('heading', { name: 'Invocations' }).waitFor();
  seen.filter = await page.getByRole('textbox', { name: 'Key' }).inputValue();
  await page.getByRole('row').filter({ hasText: input.key }).first().waitFor();
  seen.hasRun = await page.evaluate(() => 'hacked' in window);
  return seen;
}
