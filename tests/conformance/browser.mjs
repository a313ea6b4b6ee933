// The gallery's pages, served under the policy they will live under.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const tree = path.dirname(process.env.HEED_BINARY ?? path.join(root, 'build/debug/heed'));
// One for each test program, as they run side by side.
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'heed-gallery-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

// As strict as the server's (src/web/router.cpp).
const hash = fs.readFileSync(path.join(root, 'src/pieces/page.cpp'), 'utf8')
  .match(/"(sha256-[^"]+)"/)[1];
const policy = `default-src 'none'; script-src 'self' '${hash}'; style-src 'self'; ` +
  "img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

export function drawGallery() {
  execFileSync(path.join(tree, 'tests/conformance/gallery'), [folder]);
  return fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
}

const types = {
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml',
};

// Answers with the gallery and the assets; `post(path, body)` takes what is posted.
export async function serve(post = () => 404) {
  const server = http.createServer(async (request, response) => {
    const name = path.basename(new URL(request.url, 'http://x').pathname);
    if (request.method === 'POST') {
      let body = '';
      for await (const part of request) body += part;
      const status = post(request.url, new URLSearchParams(body));
      response.writeHead(status, status === 303 ? { location: '/desk-before.html' } : {});
      return response.end();
    }
    const file = [folder, path.join(root, 'assets')]
      .map((place) => path.join(place, name)).find((one) => fs.existsSync(one));
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[name.split('.').pop()], 'content-security-policy': policy,
    });
    response.end(fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const address = `http://127.0.0.1:${server.address().port}/`;
  return { address, close: () => { server.closeAllConnections(); server.close(); } };
}
