// What every script here needs: a place in the page, the storage of this device, a token, and elements.

// What Streamlit calls: one thing per place in the page, made the first time and closed when it leaves the page.
export function mounted(make) {
  const things = new WeakMap();
  return (component) => {
    const { parentElement, data } = component;
    let thing = things.get(parentElement);
    if (!thing) {
      thing = make(parentElement);
      things.set(parentElement, thing);
    }
    thing.receive(component, data);
    return () => {
      things.delete(parentElement);
      thing.close();
    };
  };
}

// A browser that refuses its storage must not break a form.
export const storage = {
  get(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch {
      return false;
    }
  },
  remove(key) {
    try {
      localStorage.removeItem(key);
    } catch {
      // What could not be kept need not be wiped.
    }
  },
};

export function randomNumbers(count) {
  return crypto.getRandomValues(new Uint8Array(count));
}

export function newToken() {
  return Array.from(randomNumbers(16), (it) => it.toString(16).padStart(2, "0")).join("");
}

// Content is only ever set as text or as elements, never as HTML.
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...content.filter((it) => it !== null && it !== undefined));
  return made;
}
