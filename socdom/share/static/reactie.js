/* The question at the foot of a page. Without this script the form is sent as forms are, and the page comes back with thanks;
   with it the page stays as it is, with what was chosen on it. */
(function () {
  'use strict';

  const form = document.getElementById('reactie');
  const thanks = document.getElementById('reactie-dank');
  const said = document.getElementById('reactie-gezegd');

  async function send(button) {
    const body = new URLSearchParams({ pagina: form.elements.pagina.value, antwoord: button.value });
    const answer = await fetch(form.action, { method: 'POST', body: body, credentials: 'same-origin', redirect: 'manual' });
    if (answer.type !== 'opaqueredirect') { throw new Error(String(answer.status)); }
    form.hidden = true;
    said.textContent = '';
    thanks.classList.add('nu');
    thanks.focus();
  }

  form.addEventListener('submit', function (event) {
    event.preventDefault();
    send(event.submitter).catch(function () {
      said.textContent = 'Uw antwoord is niet aangekomen. Probeer het later opnieuw.';
    });
  });
})();
