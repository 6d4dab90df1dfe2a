// Unpacks the browser and its libraries into the temporary directory that the environment names, and prints where they are.
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.argv[2], 'package.json'));
const { default: chromium } = await import(pathToFileURL(require.resolve('@sparticuz/chromium')));
await chromium.executablePath();
console.log(tmpdir());
