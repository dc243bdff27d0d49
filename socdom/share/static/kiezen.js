/* Choosing on a page. The page is there without this script; a kernel is asked for when a reader begins to choose.

   The kernel holds the widgets of the notebook of this page (socdom/dashboard/widgets.py): a list per select, the blocks,
   and the choice in words. This script sets the lists and shows the blocks, with the messages of Jupyter's protocol:
   jupyter-client.readthedocs.io (messaging), ipywidgets/packages/schema/messages.md (widgets),
   jupyter_server's websocket framing "v1". */
(function () {
  'use strict';

  const form = document.getElementById('kiezen');
  const page = document.getElementById('blokken');
  const chosen = document.getElementById('gekozen');
  const said = document.getElementById('kies-gezegd');
  const alarm = document.getElementById('kies-storing');
  const selects = Array.from(form.querySelectorAll('select'));
  const root = document.documentElement;
  const patience = Number(root.dataset.geduld || 10000);
  const beginning = { blocks: Array.from(page.children), words: chosen.textContent, query: '' };

  /* What is shown now: the words and the query of a choice, and the number the kernel gave it (-1 for the page as it came). */
  let shown = { words: beginning.words, query: beginning.query, turn: -1 };
  let kernel = null;
  let starting = null;
  let waiting = null;
  let tries = 0;

  const TROUBLE = {
    401: 'U bent uitgelogd. Uw keuze blijft bewaard als u weer inlogt.',
    409: 'Er zijn nieuwe cijfers. Laad de pagina opnieuw, dan kunt u weer kiezen.',
    429: 'Er is heel vaak gekozen. Wacht een minuut en kies dan opnieuw. De cijfers op deze pagina kloppen.',
    503: 'Kiezen lukt nu niet: het is te druk. Probeer het over een paar minuten opnieuw. De cijfers op deze pagina kloppen.',
  };
  /* What stands open and is still to be made. */
  const UNMADE = 'details[open] .bezig';
  const NO_LUCK = 'Kiezen lukt nu niet. De cijfers op deze pagina kloppen. Probeer het later opnieuw.';

  /* ---- What is chosen ---- */

  function query() {
    const asked = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.selectedIndex > 0) { asked.set(select.name, select.value); }
    });
    return asked.toString();
  }

  function choose(text) {
    const asked = new URLSearchParams(text);
    selects.forEach(function (select) {
      const index = Array.from(select.options).findIndex(function (option) { return option.value === asked.get(select.name); });
      select.selectedIndex = Math.max(index, 0);
    });
  }

  function state(word) { form.dataset.stand = word; }

  /* ---- Messages: Jupyter's binary framing ---- */

  function packed(kind, content, metadata) {
    const header = { msg_id: crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2), msg_type: kind,
      username: '', session: kernel.session, date: new Date().toISOString(), version: '5.3' };
    const text = new TextEncoder();
    const parts = ['shell'].concat([header, {}, metadata || {}, content].map(function (part) { return JSON.stringify(part); }))
      .map(function (part) { return text.encode(part); });
    const count = parts.length + 1;
    let place = 8 * (count + 1);
    const bytes = new Uint8Array(place + parts.reduce(function (sum, part) { return sum + part.length; }, 0));
    const view = new DataView(bytes.buffer);
    view.setUint32(0, count, true);
    parts.forEach(function (part, index) {
      view.setUint32(8 * (index + 1), place, true);
      bytes.set(part, place);
      place += part.length;
    });
    view.setUint32(8 * count, place, true);
    return bytes;
  }

  function unpacked(buffer) {
    const view = new DataView(buffer);
    const count = view.getUint32(0, true);
    const place = function (index) { return view.getUint32(8 * (index + 1), true); };
    const part = function (index) {
      return JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, place(index), place(index + 1) - place(index))));
    };
    return count < 6 ? null : { kind: part(1).msg_type, content: part(4) };
  }

  function tell(model, data) { kernel.socket.send(packed('comm_msg', { comm_id: model, data: data })); }

  /* ---- A kernel ---- */

  function begin() {
    if (!starting) {
      state('start');
      starting = start().catch(function (error) { starting = null; failed(TROUBLE[error.message] || NO_LUCK); });
    }
    return starting;
  }

  async function start() {
    const asked = query();
    const answer = await fetch(form.dataset.kies + (asked ? '?' + asked : ''),
      { method: 'POST', headers: { 'X-Editie': root.dataset.editie }, credentials: 'same-origin',
        signal: AbortSignal.timeout(3 * patience) });
    if (!answer.ok) { throw new Error(String(answer.status)); }
    const found = await answer.json();
    const session = found.pagina + String(Date.now());
    const address = new URL('api/kernels/' + found.kern + '/channels?session_id=' + session, document.baseURI);
    address.protocol = address.protocol.replace('http', 'ws');
    /* Our key to the kernel, where no log or address shows it. */
    const socket = new WebSocket(address, ['v1.kernel.websocket.jupyter.org', 'sleutel.' + found.sleutel]);
    kernel = { id: found.kern, key: found.sleutel, session: session, socket: socket, models: {}, names: {}, control: 'vraag-' + session };
    socket.binaryType = 'arraybuffer';
    await new Promise(function (done, wrong) {
      socket.onopen = done;
      socket.onerror = function () { wrong(new Error('0')); };
    });
    socket.onclose = gone;
    socket.onerror = null;
    const ready = new Promise(function (done) { kernel.ready = done; });
    socket.onmessage = function (event) { heard(unpacked(event.data)); };
    socket.send(packed('comm_open',
      { comm_id: kernel.control, target_name: 'jupyter.widget.control', data: {} }, { version: '1.0.0' }));
    tell(kernel.control, { method: 'request_states' });
    watch();
    await ready;
    still();
    follow();
  }

  function heard(message) {
    if (!message || !kernel) { return; }
    const content = message.content;
    if (message.kind === 'status' && ['restarting', 'dead'].includes(content.execution_state)) { end(); gone(); return; }
    if (message.kind === 'comm_open' && content.target_name === 'jupyter.widget') {
      kernel.models[content.comm_id] = Object.assign({}, content.data.state);
    }
    if (message.kind !== 'comm_msg') { return; }
    const data = content.data;
    if (content.comm_id === kernel.control && data.method === 'update_states') { known(data.states); return; }
    if (data.method === 'custom' && content.comm_id === kernel.names.blokken) { unfolded(data.content); return; }
    if (data.method !== 'update' || !kernel.models[content.comm_id]) { return; }
    Object.assign(kernel.models[content.comm_id], data.state);
    if (content.comm_id === kernel.names.gekozen) { show(); }
  }

  /* Which model is which: by the names that widgets.py gives them. */
  function known(states) {
    Object.keys(states).forEach(function (id) {
      kernel.models[id] = Object.assign({}, states[id].state);
      (states[id].state._dom_classes || []).forEach(function (name) { kernel.names[name] = id; });
    });
    const same = selects.every(function (select) {
      const model = kernel.models[kernel.names['kies-' + select.name]];
      return model && model._options_labels.join('|') === Array.from(select.options, function (o) { return o.label; }).join('|');
    });
    if (!same) { end(); starting = null; failed(NO_LUCK); return; }
    kernel.ready();
  }

  /* The kernel follows the selects; what it already has is not asked again. */
  function follow() {
    if (!kernel || !kernel.names.gekozen) { return; }
    let asked = false;
    selects.forEach(function (select) {
      const id = kernel.names['kies-' + select.name];
      if (kernel.models[id].index === select.selectedIndex) { return; }
      kernel.models[id].index = select.selectedIndex;
      tell(id, { method: 'update', state: { index: select.selectedIndex }, buffer_paths: [] });
      asked = true;
    });
    if (asked) { busy(); watch(); } else { show(); }
  }

  /* A kernel that is gone is replaced at the next choice; the one that was to answer now is replaced at once, one time. */
  function gone() {
    kernel = null;
    starting = null;
    still();
    state('rust');
    if (query() === shown.query && !page.querySelector(UNMADE)) { return; }
    tries += 1;
    if (tries > 1) { failed(NO_LUCK); } else { begin(); }
  }

  function end() {
    if (!kernel) { return; }
    kernel.socket.onclose = null;
    kernel.socket.close();
    navigator.sendBeacon('sluit/' + kernel.id, kernel.key);
    kernel = null;
  }

  /* ---- What the reader sees ---- */

  function show() {
    const model = kernel.models[kernel.names.gekozen];
    const found = new DOMParser().parseFromString(model.value, 'text/html').querySelector('[data-beurt]');
    if (!found || found.dataset.url.replace(/^\?/, '') !== query()) { return; }
    const fresh = shown.query !== query();
    shown = { words: found.textContent, query: query(), turn: Number(found.dataset.beurt) };
    put(kernel.models[kernel.names.blokken].children || []);
    still();
    tries = 0;
    alarm.textContent = '';
    chosen.textContent = shown.words;
    state('klaar');
    page.dataset.beurt = String(shown.turn);
    page.querySelectorAll(UNMADE).forEach(function (part) { ask(part.closest('details')); });
    if (!fresh) { return; }
    said.textContent = shown.words;
    window.history.replaceState(null, '', (shown.query ? '?' + shown.query : window.location.pathname) + window.location.hash);
  }

  /* No blocks: the page as it came. Of others only what differs is replaced. */
  function put(children) {
    page.removeAttribute('aria-busy');
    if (!children.length) { page.replaceChildren.apply(page, beginning.blocks); unfold(); return; }
    const now = Array.from(page.children).filter(function (block) { return !beginning.blocks.includes(block); });
    const blocks = children.map(function (name, index) {
      const html = kernel.models[name.replace('IPY_MODEL_', '')].value;
      const block = now[index] || Object.assign(document.createElement('div'), { className: 'blok' });
      if (block.raad !== html) { block.innerHTML = html; block.raad = html; }
      return block;
    });
    page.replaceChildren.apply(page, blocks);
    unfold();
  }

  function busy() {
    page.setAttribute('aria-busy', 'true');
    chosen.textContent = 'Uw keuze wordt geladen …';
    state('bezig');
  }

  /* Words and selects go back to what is shown, so that no chart stands under another choice. */
  function failed(words) {
    still();
    end();
    starting = null;
    const wanted = query();
    choose(shown.query);
    page.removeAttribute('aria-busy');
    chosen.textContent = shown.words;
    state('storing');
    const line = Object.assign(document.createElement('p'), { className: 'storing', textContent: words + ' ' });
    const link = Object.assign(document.createElement('a'), { textContent: words === TROUBLE[401] ? 'Log in' : 'Laad de pagina opnieuw' });
    link.href = window.location.pathname + (wanted ? '?' + wanted : '');
    line.append(link);
    alarm.replaceChildren(line);
    alarm.scrollIntoView({ block: 'nearest' });
  }

  function watch() {
    still();
    waiting = window.setTimeout(function () {
      failed('De cijfers zijn niet bijgewerkt: er komt geen antwoord.');
    }, patience);
  }

  function still() { window.clearTimeout(waiting); }

  /* ---- What is folded ---- */

  const open = new Set();
  let line = null;
  let wanted = '';

  document.addEventListener('toggle', function (event) {
    const part = event.target;
    if (!part.id || !part.isConnected) { return; }
    open[part.open ? 'add' : 'delete'](part.id);
    if (part.open && page.contains(part) && part.querySelector('.bezig')) { ask(part); }
  }, true);

  /* Of the kernel there is now, or of a new one: that asks again for all that stands open. */
  function ask(part) {
    if (!kernel || !kernel.names.blokken) { begin(); return; }
    tell(kernel.names.blokken, { method: 'custom', content: { uitvouwen: part.id, beurt: shown.turn } });
    watch();
  }

  function unfolded(content) {
    const part = document.getElementById(content.uitgevouwen);
    if (content.beurt !== shown.turn || !part || !page.contains(part)) { return; }
    part.querySelector(':scope > div').innerHTML = content.html;
    if (!page.querySelector(UNMADE)) { still(); tries = 0; }
    unfold();
    if (wanted && document.getElementById(wanted)) { reveal(); }
  }

  function unfold() {
    open.forEach(function (name) {
      const part = document.getElementById(name);
      if (part && !part.open) { part.open = true; }
    });
    if (line && !line.isConnected && document.activeElement === document.body) {
      line = document.querySelector('#' + line.parentElement.id + ' > summary');
      if (line) { line.focus({ preventScroll: true }); }
    }
  }

  document.addEventListener('focusin', function (event) { line = event.target.closest('#blokken summary'); });
  document.addEventListener('pointerdown', function () { line = null; });

  /* An address may name a figure that is folded, or that the kernel has still to make: its id holds that of its figure. */
  function reveal() {
    const name = window.location.hash.slice(1);
    const found = name && document.getElementById(name);
    const folded = name && !found && document.getElementById('meer-' + name.split('-')[1]);
    wanted = folded ? name : '';
    if (folded) { folded.open = true; }
    if (!found) { return; }
    for (let part = found.closest('details'); part; part = part.parentElement.closest('details')) { part.open = true; }
    found.scrollIntoView();
  }

  /* ---- The reader begins ---- */

  form.addEventListener('submit', function (event) { event.preventDefault(); });
  ['pointerdown', 'focusin'].forEach(function (kind) {
    form.addEventListener(kind, function (event) { if (event.target.tagName === 'SELECT') { begin(); } });
  });
  form.addEventListener('change', function () {
    tries = 0;
    alarm.textContent = '';
    busy();
    if (kernel && kernel.names.gekozen) { follow(); } else { begin(); }
  });

  /* A link to another choice of this page, or a wijk on the map: chosen here. What was pressed may be gone after it. */
  page.addEventListener('click', function (event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    const link = event.target.closest('a[href]');
    const area = event.target.closest('[data-wijk]');
    const asked = new URLSearchParams(query());
    if (link && link.pathname === window.location.pathname && !link.hash) {
      event.preventDefault();
      choose(link.search);
    } else if (area && form.elements.wijk) {
      asked.set('wijk', area.dataset.wijk);
      choose(asked);
    } else { return; }
    selects[0].focus();
    form.dispatchEvent(new Event('change'));
  });
  window.addEventListener('pagehide', function () { end(); starting = null; });
  window.addEventListener('hashchange', reveal);

  choose(window.location.search);
  form.querySelector('fieldset').disabled = false;
  state('rust');
  reveal();
  if (query()) { busy(); begin().then(reveal); }
})();
