// node run.mjs <installation> <scenario> <input>: runs a scenario in a headless browser, and prints { result, problems } as JSON.
//
// A scenario is a module whose default export takes { input, open, accessibility } and returns its result:
//   open(url, options)   opens a page in a context of its own (cookies, colour scheme, size) and gives it
//   accessibility(page)  gives what axe finds, as texts

import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [installation, scenario, input] = process.argv.slice(2);
const require = createRequire(join(installation, 'package.json'));
const { chromium } = require('playwright-core');
const browserDirectory = join(installation, 'browser');
const problems = [];

async function open(url, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('pageerror', error => problems.push(`error on the page: ${error}`));
  page.on('console', message => {
    // That a request is refused is the scenario's business.
    if (message.type() === 'error' && !/status of [45]\d\d/.test(message.text())) {
      problems.push(`console: ${message.text()}`);
    }
  });
  await page.goto(url);
  return page;
}

async function accessibility(page) {
  await page.addScriptTag({ path: require.resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  return violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.html}`));
}

const browser = await chromium.launch({
  executablePath: join(browserDirectory, 'chromium'),
  args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
  env: {
    ...process.env,
    FONTCONFIG_PATH: join(browserDirectory, 'fonts'),
    LD_LIBRARY_PATH: `${join(browserDirectory, 'al2023', 'lib')}:${process.env.LD_LIBRARY_PATH ?? ''}`,
  },
});
try {
  const { default: run } = await import(pathToFileURL(scenario));
  const result = await run({ input: JSON.parse(input), open, accessibility });
  console.log(JSON.stringify({ result: result ?? null, problems }));
} finally {
  await browser.close();
}
