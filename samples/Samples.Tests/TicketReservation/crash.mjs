// The Restate server crashes while somebody pays. The page gets its tickets all the same.

export default async function ({ input, open }) {
  const anna = await open(input.url);
  const status = value => anna.locator(`button[data-seat="A1"][data-status="${value}"]`).waitFor({ timeout: 60_000 });

  await anna.locator('button[data-seat="A1"]').click();
  await status('mine');
  await anna.getByRole('button', { name: 'Buy' }).click();
  await status('paying');
  await anna.request.post(new URL('/test/crash', input.url).href);
  await status('bought');
  return await anna.locator('#bought').innerText();
}
