// A hold that nobody pays for ends by itself, on all pages.

export default async function ({ input, open }) {
  const anna = await open(input.url);
  const bob = await open(input.url);
  const status = (page, value) => page.locator(`button[data-seat="A1"][data-status="${value}"]`).waitFor();

  await anna.locator('button[data-seat="A1"]').click();
  await status(bob, 'held');
  await status(anna, 'free');
  await status(bob, 'free');
  await anna.locator('#message', { hasText: 'Your hold on A1 has expired.' }).waitFor();

  await bob.locator('button[data-seat="A1"]').click();
  await status(anna, 'held');
  return await anna.locator('#order li').count();
}
