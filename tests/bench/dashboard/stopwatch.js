// Kept in every page that is measured: when something shows, and how long after the visitor chose it.
(() => {
  const opened = [];
  let touched = 0;
  const feel = (root) => {
    for (const kind of ["pointerdown", "change"])
      root.addEventListener(kind, () => (touched = performance.now()), { capture: true });
  };
  feel(window);
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (options) {
    const root = attach.call(this, { ...options, mode: "open" });
    opened.push(root);
    feel(root); // A change inside is not told outside.
    return root;
  };
  // The first element of a selector, also inside shadow roots.
  const find = (selector) => {
    for (const root of [document, ...opened.filter((one) => one.isConnected)]) {
      const found = root.querySelector(selector);
      if (found) return found;
    }
    return null;
  };
  const shows = SHOWS;
  // Looks every 4 ms, which is as often as a page may.
  const wait = (test) =>
    new Promise((done) => {
      const look = () => (test() ? done(performance.now()) : setTimeout(look, 4));
      look();
    });
  window.stopwatch = {
    first: wait(() => shows("")),
    // Milliseconds between the last touch before it and the chart of the area; asked for in `answer`.
    arm: (name) => window.stopwatch.arm_until(() => shows(name)),
    arm_until: (test) => {
      touched = 0;
      window.stopwatch.answer = wait(() => touched && test()).then((at) => at - touched);
    },
    painted: () =>
      new Promise((done) => {
        const look = () => {
          const [entry] = performance.getEntriesByName("first-contentful-paint");
          if (entry) done(entry.startTime);
          else setTimeout(look, 4);
        };
        look();
      }),
  };
})();
