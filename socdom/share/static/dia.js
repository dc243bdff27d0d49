/* Makes a presentation of the slides on a screen that is large enough; without it they stand below each other. */
(function () {
  'use strict';
  var root = document.documentElement;
  var frame = document.getElementById('dias');
  var track = frame.firstElementChild;
  var slides = Array.from(track.children);
  var bar = document.getElementById('dia-balk');
  var start = document.getElementById('dia-start');
  var where = document.getElementById('dia-stand');
  var said = document.getElementById('dia-live');
  var large = window.matchMedia('print, (min-width: 60rem) and (min-height: 30rem)');
  var READ = '#lezen';
  // Letters do nothing: who speaks to the computer would jump through the slides (WCAG 2.1.4).
  var KEYS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' '];
  var deck = null;
  var last = 0;

  function mayMove(event) {
    var control = event.target.closest && event.target.closest('a, button, [role=region]');
    return KEYS.indexOf(event.key) >= 0 && !(control && (event.key === ' ' || control.matches('[role=region]')));
  }

  function button(what) {
    return bar.querySelector('[data-doe=' + what + ']');
  }

  function present(at) {
    root.classList.add('presentatie');
    frame.classList.add('reveal');
    track.classList.add('slides');
    bar.hidden = false;
    start.hidden = true;
    deck = new Reveal(frame, {
      embedded: true, width: 1280, height: 660, margin: 0, minScale: 0.2, maxScale: 4, center: false, display: 'flex',
      hash: true, hashOneBasedIndex: true, transition: 'none', backgroundTransition: 'none', viewDistance: 1,
      controls: false, progress: false, slideNumber: false, overview: false, help: false, pause: false,
      jumpToSlide: false, scrollActivationWidth: 0, autoPlayMedia: false, postMessage: false,
      focusBodyOnPageVisibilityChange: false, keyboardCondition: mayMove
    });
    deck.on('slidechanged', tell);
    deck.initialize().then(function () {
      // Who hears the page moves through a slide as through any text, and is told only which slide it is.
      frame.removeAttribute('role');
      frame.querySelector('.aria-status').remove();
      if (at) deck.slide(at);
      tell();
    });
  }

  function tell() {
    var at = deck.getIndices().h;
    where.textContent = (at + 1) + ' van ' + slides.length;
    said.textContent = 'Dia ' + where.textContent + '. ' + slides[at].querySelector('h1, h2').textContent;
    ['vorige', 'volgende'].forEach(function (what) {
      var end = what === 'vorige' ? at === 0 : at === slides.length - 1;
      button(what).setAttribute('aria-disabled', String(end));
    });
  }

  function read() {
    var at = last = deck.getIndices().h;
    deck.destroy();
    deck = null;
    root.classList.remove('presentatie');
    frame.classList.remove('reveal', 'show-notes');
    track.classList.remove('slides');
    slides.forEach(function (slide) {
      slide.removeAttribute('style');
      slide.removeAttribute('inert');
      slide.removeAttribute('hidden');
      slide.removeAttribute('aria-hidden');
      slide.classList.remove('past', 'present', 'future');
    });
    bar.hidden = true;
    offer();
    slides[at].setAttribute('tabindex', '-1');
    slides[at].focus({ preventScroll: true });
    slides[at].scrollIntoView();
  }

  function offer() {
    start.hidden = !large.matches;
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen();
  }

  function notes() {
    var on = !deck.getConfig().showNotes;
    deck.configure({ showNotes: on });
    deck.layout();
    button('toelichting').setAttribute('aria-pressed', String(on));
  }

  var actions = {
    vorige: function () { deck.prev(); },
    volgende: function () { deck.next(); },
    toelichting: notes,
    scherm: full,
    lezen: function () {
      read();
      history.replaceState(null, '', READ);
    }
  };
  bar.addEventListener('click', function (event) {
    var pressed = event.target.closest('button');
    if (pressed) actions[pressed.dataset.doe]();
  });
  button('scherm').parentElement.hidden = !document.fullscreenEnabled;
  start.addEventListener('click', function (event) {
    if (!event.target.closest('button')) return;
    present(last);
    button('volgende').focus();
  });
  // Zoomed in, or turned to stand upright: letters would shrink with the slide, so it becomes a page again.
  large.addEventListener('change', function () {
    if (!large.matches && deck) read();
    else if (!deck) offer();
  });
  if (large.matches && window.location.hash !== READ) present();
  else offer();
}());
