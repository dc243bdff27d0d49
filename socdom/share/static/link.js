/* The address of a figure: copied when a reader chooses "Link naar dit cijfer". Without this script the link leads there. */
(function () {
  'use strict';

  const COPIED = 'De link is gekopieerd.';

  function tell(link) {
    const line = link.parentElement;
    const said = line.querySelector('[role=status]') || line.appendChild(document.createElement('span'));
    said.setAttribute('role', 'status');
    said.textContent = '';
    /* A new text in a line that was there already is read aloud. */
    window.setTimeout(function () { said.textContent = COPIED; }, 50);
  }

  document.addEventListener('click', function (event) {
    const link = event.target.closest('.acties a[data-link]');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || elsewhere || !navigator.clipboard) { return; }
    event.preventDefault();
    navigator.clipboard.writeText(link.href).then(
      function () { tell(link); },
      function () { window.location.assign(link.href); }
    );
  });
})();
