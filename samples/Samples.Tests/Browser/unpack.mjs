// node unpack.mjs <directory with node_modules> <directory where it will be>: unpacks the browser beside the packages.

import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [directory, home] = process.argv.slice(2);
const target = join(directory, 'browser');
mkdirSync(target);
process.env.TMPDIR = target;                            // where the package unpacks to
process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';       // makes it unpack the libraries, too

const require = createRequire(join(directory, 'package.json'));
await require('@sparticuz/chromium').executablePath();
writeFileSync(join(target, 'fonts', 'fonts.conf'), `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'browser', 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(home, 'browser', 'fonts-cache')}</cachedir>
</fontconfig>
`);
