'use strict';
(() => {
  const { session, origin, brands: brandText, words: wordText } = document.body.dataset;
  const brands = JSON.parse(brandText);
  const words = JSON.parse(wordText);
  const form = document.getElementById('card');
  const field = (name) => document.getElementById(name);
  // Full-width digits, as Japanese keyboards give them, are digits too.
  const digits = (text) => text.normalize('NFKC').replace(/[^0-9]/g, '');
  const main = document.querySelector('main');
  let sending = false;

  const tell = (status, more) => {
    if (window.parent !== window) {
      window.parent.postMessage({ type: 'keiyaku-card', session, status, ...more }, origin);
    }
  };
  new ResizeObserver(() => tell('height', { height: main.offsetHeight + 8 })).observe(main);

  const brandOf = (number) => {
    let best = null;
    let longest = 0;
    for (const brand of brands) {
      for (const { low, high } of brand.ranges) {
        const head = number.slice(0, low.length);
        if (head.length === low.length && low.length > longest && head >= low && head <= high) {
          best = brand;
          longest = low.length;
        }
      }
    }
    return best;
  };
  const luhn = (number) => {
    let sum = 0;
    [...number].reverse().forEach((c, i) => {
      const d = Number(c) * (i % 2 ? 2 : 1);
      sum += d > 9 ? d - 9 : d;
    });
    return sum % 10 === 0 && /[1-9]/.test(number);
  };

  // Rewrites a field as typed, and keeps the caret behind the same digit.
  const rewrite = (input, write) => {
    const before = digits(input.value.slice(0, input.selectionStart)).length;
    const next = write(digits(input.value));
    if (next === input.value) {
      return;
    }
    input.value = next;
    let at = 0;
    for (let seen = 0; at < next.length && seen < before; at += 1) {
      if (/[0-9]/.test(next[at])) {
        seen += 1;
      }
    }
    if (document.activeElement === input) {
      input.setSelectionRange(at, at);
    }
  };
  const grouped = (number) => {
    const brand = brandOf(number);
    const parts = [];
    let rest = number.slice(0, 19);
    for (const size of brand ? brand.groups : [4, 4, 4, 7]) {
      if (rest) {
        parts.push(rest.slice(0, size));
        rest = rest.slice(size);
      }
    }
    return parts.join(' ');
  };
  const monthYear = (text) => {
    let all = text;
    if (all.length > 4 && all.slice(2, 4) === '20') {
      all = all.slice(0, 2) + all.slice(4);
    }
    if (/^[2-9]/.test(all)) {
      all = '0' + all;
    }
    all = all.slice(0, 4);
    return all.length > 2 ? all.slice(0, 2) + ' / ' + all.slice(2) : all;
  };

  const faults = {
    number: () => {
      const number = digits(field('number').value);
      const brand = brandOf(number);
      if (!number) return 'missing';
      if (!brand) return 'brand';
      return brand.lengths.includes(number.length) && luhn(number) ? '' : 'wrong';
    },
    expiry: () => {
      const all = digits(field('expiry').value);
      if (!all) return 'missing';
      const month = Number(all.slice(0, 2));
      if (all.length !== 4 || month < 1 || month > 12) return 'wrong';
      const now = new Date();
      const year = 2000 + Number(all.slice(2));
      if (year > now.getFullYear() + 20) return 'wrong';
      return year * 12 + month - 1 < now.getFullYear() * 12 + now.getMonth() ? 'past' : '';
    },
    cvc: () => {
      const code = digits(field('cvc').value);
      const brand = brandOf(digits(field('number').value));
      if (!code) return 'missing';
      const length = brand ? brand.code : code.length === 4 ? 4 : 3;
      return code.length === length ? '' : length === 4 ? 'four' : 'three';
    },
    holder: () => {
      const name = field('holder').value.trim();
      return !name ? 'missing' : /[0-9]/.test(name) ? 'wrong' : '';
    },
  };
  const show = (name, text) => {
    field(name + '-error').textContent = text;
    field(name).setAttribute('aria-invalid', text ? 'true' : 'false');
  };
  const check = (name) => {
    const fault = faults[name]();
    show(name, fault ? words['error.' + name + '.' + fault] : '');
    return !fault;
  };
  const trouble = (text) => {
    field('trouble').textContent = text;
    if (text) {
      field('trouble').focus();
    }
  };

  field('number').addEventListener('input', () => {
    rewrite(field('number'), grouped);
    const brand = brandOf(digits(field('number').value));
    field('brand').textContent = brand ? brand.title : '';
    field('brand').className = 'mark ' + (brand ? brand.tag : '');
    field('cvc-hint').textContent = words[brand && brand.code === 4 ? 'frame.cvc.hint4' : 'frame.cvc.hint'];
    field('cvc').placeholder = brand && brand.code === 4 ? '1234' : '123';
  });
  field('expiry').addEventListener('input', () => rewrite(field('expiry'), monthYear));
  field('cvc').addEventListener('input', () => rewrite(field('cvc'), (all) => all.slice(0, 4)));
  Object.keys(faults).forEach((name) => {
    field(name).addEventListener('blur', () => field(name).value && check(name));
    field(name).addEventListener('input', () => {
      if (field(name).getAttribute('aria-invalid') === 'true') {
        check(name);
      }
    });
  });

  const challenge = (answer) => {
    tell('challenge', { height: 640 });
    const away = document.createElement('form');
    away.method = 'post';
    away.action = answer.challengeUrl;
    for (const name of ['creq', 'threeDSSessionData']) {
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = name;
      hidden.value = answer[name];
      away.append(hidden);
    }
    document.body.append(away);
    away.submit();
  };
  const refused = (problem) => {
    (problem.errors || []).forEach((error) => show(error.field, error.message));
    const first = (problem.errors || [])[0];
    if (first) {
      field(first.field).focus();
    } else {
      trouble(words['frame.trouble']);
    }
  };
  const send = async () => {
    const expiry = digits(field('expiry').value);
    const response = await fetch('/frames/card/' + session + '/submit', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        number: digits(field('number').value),
        expMonth: expiry.slice(0, 2),
        expYear: expiry.slice(2),
        cvc: digits(field('cvc').value),
        holder: field('holder').value.trim(),
        browser: {
          language: navigator.language,
          colorDepth: String(screen.colorDepth),
          screenHeight: String(screen.height),
          screenWidth: String(screen.width),
          timeZone: String(new Date().getTimezoneOffset()),
        },
      }),
    });
    const answer = await response.json();
    if (!response.ok) {
      refused(answer);
    } else if (answer.status === 'challenge') {
      challenge(answer);
      return;
    } else {
      location.replace('/frames/card/' + session);
      return;
    }
    wait(false);
  };
  const wait = (on) => {
    sending = on;
    field('send').disabled = on;
    field('send').textContent = words[on ? 'frame.submitting' : 'frame.submit'];
  };

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (sending) {
      return;
    }
    trouble('');
    const wrong = Object.keys(faults).filter((name) => !check(name));
    if (wrong.length) {
      field(wrong[0]).focus();
      return;
    }
    wait(true);
    try {
      await send();
    } catch (e) {
      wait(false);
      trouble(words['frame.trouble']);
    }
  });
  field('leave').addEventListener('click', async () => {
    try {
      await fetch('/frames/card/' + session + '/cancel', { method: 'POST' });
    } finally {
      location.replace('/frames/card/' + session);
    }
  });
})();
