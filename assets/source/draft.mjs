// Keeps what is being typed on the server, so that it survives a crash of the browser, the machine
// or the server. The form says where (data-draft) and in which words (data-draft-kept, -failed).

const pause = 400; // milliseconds without a key before what was typed is sent
const longestPause = 30000; // between tries while the server does not answer
const longestAnswer = 10000; // then it is taken for lost

// Passwords and files are never kept.
function typed(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    const control = form.elements[name];
    if (typeof value === 'string' && control?.type !== 'password') fields.append(name, value);
  }
  return fields;
}

export function keepDrafts(form) {
  const address = `/drafts/${encodeURIComponent(form.dataset.draft)}`;
  const line = form.querySelector('.heed-draft');
  let timer, sending, changed = false, submitted = false, failures = 0;

  // A line that did not change is not spoken again, so this speaks once a minute at most.
  const say = (text, failed) => {
    if (line.textContent !== text) line.textContent = text;
    line.classList.toggle('heed-draft--failed', failed);
  };
  const clock = () => new Date().toLocaleTimeString(document.documentElement.lang, {
    hour: '2-digit', minute: '2-digit', hourCycle: 'h23',
  });
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(send, wait);
  };

  async function send() {
    if (submitted || sending || !changed) return;
    changed = false;
    sending = new AbortController();
    const slow = setTimeout(() => sending?.abort(), longestAnswer);
    try {
      const answer = await fetch(address, {
        method: 'POST',
        body: typed(form),
        // The sign-in page is no receipt.
        redirect: 'error',
        signal: sending.signal,
      });
      if (!answer.ok) throw new Error(answer.status);
      failures = 0;
      say(`${form.dataset.draftKept} ${clock()}`, false);
    } catch {
      if (submitted) return;
      changed = true;
      failures++;
      say(form.dataset.draftFailed, true);
    } finally {
      clearTimeout(slow);
      sending = undefined;
      const wait = failures ? Math.min(1000 * 2 ** failures, longestPause) : pause;
      if (changed && !submitted) later(wait);
    }
  }

  const note = () => {
    changed = true;
    later(pause);
  };
  form.addEventListener('input', note);
  form.addEventListener('change', note);
  // The form itself carries the words from here; a draft that came after it would rise again.
  form.addEventListener('submit', () => {
    submitted = true;
    clearTimeout(timer);
    sending?.abort();
  });
  // Back again, or the sending failed: the words are still here and need keeping.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    submitted = false;
    note();
  });
  addEventListener('pagehide', () => {
    if ((changed || sending) && !submitted) navigator.sendBeacon(address, typed(form));
  });
}
