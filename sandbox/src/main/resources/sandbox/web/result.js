'use strict';
(() => {
  const { session, origin, status, code } = document.body.dataset;
  const tell = (state, more) => {
    if (window.parent !== window) {
      window.parent.postMessage({ type: 'keiyaku-card', session, status: state, ...more }, origin);
    }
  };
  const height = () => tell('height', { height: document.querySelector('main').offsetHeight + 16 });
  new ResizeObserver(height).observe(document.querySelector('main'));
  const told = (state) => (state === 'expired' ? 'failed' : state);
  if (status !== 'challenge' && status !== 'open') {
    tell(told(status), { code: code || (status === 'expired' ? 'expired' : undefined) });
    return;
  }
  // Back from the issuer, whose result has not come yet: look again until it has.
  let looks = 0;
  const look = async () => {
    looks += 1;
    try {
      const answer = await fetch('/frames/card/' + session + '/state');
      const now = await answer.json();
      if (answer.ok && now.status !== 'challenge' && now.status !== 'open') {
        location.replace('/frames/card/' + session);
        return;
      }
    } catch (e) {
      // The line is down for the moment; the next look may find it up.
    }
    if (looks < 60) {
      setTimeout(look, 500);
    }
  };
  setTimeout(look, 300);
})();
