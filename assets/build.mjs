// Makes assets/heed.css and assets/heed.js from assets/source. What is made is committed, so that
// the program builds without npm's tools; `--check` says whether it is up to date.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as sass from 'sass';

const here = path.dirname(fileURLToPath(import.meta.url));
const licence = '/* GOV.UK Frontend is under the MIT licence: see govuk-frontend-licence.txt */\n';

const style = sass.compile(path.join(here, 'source/heed.scss'), {
  style: 'compressed',
  importers: [new sass.NodePackageImporter()],
  quietDeps: true,
});
const script = await esbuild.build({
  entryPoints: [path.join(here, 'source/heed.mjs')],
  bundle: true,
  minify: true,
  write: false,
  format: 'esm',
  target: 'es2020',
  legalComments: 'none',
});

const made = {
  'heed.css': `${licence}${style.css}\n`,
  'heed.js': licence + script.outputFiles[0].text,
};
let stale = 0;
for (const [name, text] of Object.entries(made)) {
  const file = path.join(here, name);
  if (!process.argv.includes('--check')) fs.writeFileSync(file, text);
  else if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== text) {
    console.log(`${name} is not what its source makes: run "npm run assets"`);
    stale++;
  }
}
process.exit(stale ? 1 : 0);
