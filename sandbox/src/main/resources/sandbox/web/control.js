'use strict';
// A form with data-send="METHOD /path" is sent as JSON; {name} in the path is a field's value.
document.querySelectorAll('form[data-send]').forEach((form) => {
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''));
    const [method, path] = form.dataset.send.split(' ');
    const address = path.replace(/\{(\w+)\}/g, (hole, name) => {
      const value = fields[name] || '';
      delete fields[name];
      return encodeURIComponent(value);
    });
    form.querySelectorAll('input[type=number]').forEach((input) => {
      if (input.name in fields) {
        fields[input.name] = Number(fields[input.name]);
      }
    });
    const place = form.querySelector('.answer');
    try {
      const response = await fetch(address, {
        method,
        headers: { 'Content-Type': 'application/json' },
        body: method === 'DELETE' ? undefined : JSON.stringify(fields),
      });
      const text = await response.text();
      if (!place) {
        location.reload();
        return;
      }
      place.textContent = response.ok ? document.body.dataset.done || 'Done. ' + text.slice(0, 200) : JSON.parse(text).detail;
      place.className = 'answer ' + (response.ok ? 'good' : 'bad');
    } catch (e) {
      if (place) {
        place.textContent = document.body.dataset.silent || 'The sandbox did not answer.';
        place.className = 'answer bad';
      }
    }
  });
});
