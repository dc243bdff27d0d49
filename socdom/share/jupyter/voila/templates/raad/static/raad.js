/* Theme pages: shows the page when it is ready, tells what changed, warns when the answer stays away. */
(function () {
  'use strict';

  /* Voilà 0.5 calls these; its own versions are inline scripts, which our safety headers refuse. */
  window.voila_heartbeat = function () {};
  window.voila_process = function () {};
  window.update_loading_text = function () {};
  window.voila_finish = window.display_cells = function () {
    if (!window.themeLoaded) { window.cellLoaded = true; return; }
    finished = true;
    tidy();
    window.setTimeout(swap, 10000);
  };

  /* The blocks of the page arrive one by one. */
  function complete() {
    const figures = document.querySelectorAll('#rendered_cells figure').length;
    return document.querySelector('#rendered_cells .storing')
      || (document.querySelector('#rendered_cells h1') && figures >= document.querySelectorAll('#loading figure').length);
  }

  /* The page that was there at once makes way for the one with choices; the reader keeps place and open tables. */
  function swap() {
    const loading = document.getElementById('loading');
    const cells = document.getElementById('rendered_cells');
    if (!loading) { return; }
    if (loading.querySelector('main') && cells.querySelector('.storing')) { keep(loading); return; }
    const place = window.scrollY;
    const open = Array.from(loading.querySelectorAll('details'), function (element) { return element.open; });
    const focused = loading.contains(document.activeElement);
    cells.style.display = '';
    loading.remove();
    document.body.append(document.querySelector('footer'));
    cells.querySelectorAll('details').forEach(function (element, index) { element.open = Boolean(open[index]); });
    if (focused) { cells.querySelector('main').focus({ preventScroll: true }); }
    goTo(place, 30);
  }

  /* Where choosing fails from the start, the page that was there at once stays. */
  function keep(loading) {
    const status = loading.querySelector('[role=status]');
    const told = 'Kiezen lukt nu niet. Laad de pagina opnieuw.';
    if (status && status.textContent !== told) { status.textContent = told; }
  }

  /* The new page reaches its full height only after a few frames. */
  function goTo(place, frames) {
    window.scrollTo(0, place);
    if (frames > 0 && Math.abs(window.scrollY - place) > 1) {
      window.requestAnimationFrame(function () { goTo(place, frames - 1); });
    }
  }

  const patience = Number(document.documentElement.dataset.geduld || 10000);
  const live = document.getElementById('raad-live');
  const alarm = document.getElementById('raad-storing');
  let finished = false;
  let turn = null;
  let waiting = null;
  let asked = false;
  let busy = 0;

  function wait() {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(warn, patience);
  }

  function warn() {
    alarm.innerHTML = '<p class="storing"><strong>De cijfers zijn niet bijgewerkt.</strong> De verbinding is weg. '
      + '<a href="">Laad de pagina opnieuw</a></p>';
    alarm.scrollIntoView({ block: 'nearest' });
  }

  function listen() {
    const message = document.querySelector('[data-beurt]');
    if (!message || message.dataset.beurt === turn) { return; }
    if (turn !== null) {
      live.textContent = message.textContent;
      alarm.textContent = '';
      window.history.replaceState(null, '', message.dataset.url);
    }
    turn = message.dataset.beurt;
    asked = false;
    window.clearTimeout(waiting);
    busy = 0;
  }

  /* What is folded follows what stands open, group by group; as long as one is to come, patience begins anew. */
  function follow() {
    const left = document.querySelectorAll('#rendered_cells .bezig').length;
    if (left === busy) { return; }
    busy = left;
    window.clearTimeout(waiting);
    if (left || asked) { wait(); } else { alarm.textContent = ''; }
  }

  /* A kernel that died is replaced without a word: then an old chart stands beside a new choice. */
  document.addEventListener('change', function (event) {
    if (!event.target.closest('#inhoud select')) { return; }
    asked = true;
    wait();
  }, true);

  /* A choice gives the page new blocks; what the reader had unfolded stays so. */
  const unfolded = new Set();
  document.addEventListener('toggle', function (event) {
    const name = event.target.id;
    if (name && event.target.isConnected) { unfolded[event.target.open ? 'add' : 'delete'](name); }
  }, true);

  function unfold() {
    unfolded.forEach(function (name) {
      const element = document.getElementById(name);
      if (element && !element.open) { element.open = true; }
    });
  }

  /* A group that arrives while the reader stands on one of its lines takes that line away: back to the new one. */
  let line = null;
  document.addEventListener('focusin', function (event) { line = event.target.closest('.meer > summary'); });
  document.addEventListener('pointerdown', function () { line = null; });

  function refocus() {
    if (!line || line.isConnected || document.activeElement !== document.body) { return; }
    line = document.querySelector('#' + line.parentElement.id + ' > summary');
    if (line) { line.focus({ preventScroll: true }); }
  }

  function tidy() {
    document.querySelectorAll('[title="null"]').forEach(function (element) { element.removeAttribute('title'); });
    listen();
    follow();
    unfold();
    refocus();
    if (finished && complete()) { swap(); }
  }
  new MutationObserver(tidy).observe(document.body, { subtree: true, childList: true });
  window.voila_finish();
})();
