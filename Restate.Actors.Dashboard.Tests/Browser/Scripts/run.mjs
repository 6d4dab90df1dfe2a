// Runs one scene in a headless browser. Arguments: the directory of the packages, the browser, the scene's file, its input as JSON.
// Prints a line of JSON for each step, waits for a line before it goes on, and prints the result at last.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const [packages, executablePath, scene, input] = process.argv.slice(2);
const require = createRequire(join(packages, 'package.json'));
const { chromium } = require('playwright-core');
const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();

const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--no-zygote', '--disable-gpu'] });
try {
  const complaints = [];
  const requests = [];

  // A page in a window of its own; whatever the browser complains of is part of the result.
  async function open(options) {
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, locale: 'en-GB', timezoneId: 'UTC', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
    page.on('pageerror', error => complaints.push(String(error)));
    page.on('dialog', dialog => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
    page.on('request', request => requests.push(request.url()));
    return page;
  }

  async function step(name) {
    console.log(JSON.stringify({ step: name }));
    await lines.next();
  }

  const { default: run } = await import(pathToFileURL(scene));
  const result = await run({ open, step, input: JSON.parse(input), requests });
  console.log(JSON.stringify({ result: { ...result, complaints, hosts: [...new Set(requests.map(url => new URL(url).host))] } }));
} finally {
  await browser.close();
}

process.exit(0);
