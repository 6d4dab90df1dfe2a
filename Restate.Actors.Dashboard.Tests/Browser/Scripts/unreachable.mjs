// Looks at the page while the server is away, and when the application is gone, too.
export default async function unreachable({ open, step, input }) {
  const page = await open();
  await page.goto(input.address);
  const problem = page.getByRole('alert');
  await problem.filter({ hasText: 'The Restate server gives no answer.' }).waitFor();
  await page.getByRole('rowgroup').filter({ hasText: 'Till' }).waitFor();
  const seen = { problem: await problem.innerText(), main: await page.locator('main').innerText(), contact: await page.locator('#contact').innerText() };
  if (input.pictures) await page.screenshot({ path: `${input.pictures}/dashboard-unreachable-light.png` });
  await page.goto(`${input.address}#/keys`);
  await page.getByRole('heading', { name: 'Blocked keys' }).waitFor();
  seen.keys = await problem.innerText();
  await step('stop');
  await problem.filter({ hasText: 'This application does not answer.' }).waitFor();
  seen.stopped = await problem.innerText();
  return seen;
}
