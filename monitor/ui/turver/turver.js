// Turven: one tap is one. The count stands in the storage of this device until the server has kept it: a reload or a
// lost connection loses nothing. Counting goes on without internet; only keeping asks for it.

const counters = new WeakMap();

export default function (component) {
  const { parentElement, data } = component;
  let counter = counters.get(parentElement);
  if (!counter) {
    counter = new Counter(parentElement);
    counters.set(parentElement, counter);
  }
  counter.receive(component, data);
  return () => {
    counters.delete(parentElement);
    counter.close();
  };
}

const storage = {
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
    } catch {
      // A browser that keeps nothing still counts.
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

function newToken() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (it) => it.toString(16).padStart(2, "0")).join("");
}

class Counter {
  constructor(root) {
    this.root = root;
    this.sleutel = null;
    this.online = () => this.say(navigator.onLine ? "" : this.words.offline);
    addEventListener("online", this.online);
    addEventListener("offline", this.online);
  }

  close() {
    removeEventListener("online", this.online);
    removeEventListener("offline", this.online);
  }

  receive(component, data) {
    this.component = component;
    this.words = data.woorden;
    if (this.sleutel !== data.sleutel) {
      this.sleutel = data.sleutel;
      this.count = storage.get(this.key()) || { aantal: 0, token: newToken(), klaar: false };
      this.draw();
    }
    if (data.bewaard && data.bewaard === this.count.token) {
      storage.remove(this.key());
      this.count = { aantal: 0, token: newToken(), klaar: false };
    }
    this.show();
    if (!navigator.onLine) this.online();
  }

  key() {
    return `turven:${this.sleutel}`;
  }

  draw() {
    const box = element("div", "tv turver");
    this.number = element("output", "stand");
    this.number.setAttribute("aria-live", "polite");
    this.plus = this.button(this.words.erbij, "erbij", () => this.add(1));
    this.minus = this.button(this.words.eraf, "eraf", () => this.add(-1));
    this.done = this.button(this.words.klaar, "klaar", () => this.finish());
    this.status = element("p", "toestand");
    this.status.setAttribute("role", "status");
    box.append(this.number, this.plus, this.minus, this.done, this.status);
    this.root.replaceChildren(box);
  }

  button(text, name, action) {
    const made = element("button", name);
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  }

  add(step) {
    // What was handed over may be kept already: whoever counts on, counts something new.
    if (this.count.klaar) {
      this.count = { ...this.count, token: newToken(), klaar: false };
      this.component.setStateValue("geteld", null);
    }
    this.count.aantal = Math.max(0, this.count.aantal + step);
    storage.set(this.key(), this.count);
    this.show();
  }

  finish() {
    if (!navigator.onLine) {
      this.say(this.words.offline);
      return;
    }
    if (this.count.aantal === 0) {
      this.say(this.words.niets);
      return;
    }
    this.count.klaar = true;
    storage.set(this.key(), this.count);
    this.say("");
    this.component.setStateValue("geteld", {
      sleutel: this.sleutel,
      token: this.count.token,
      aantal: this.count.aantal,
    });
  }

  show() {
    this.number.textContent = String(this.count.aantal);
    this.minus.disabled = this.count.aantal === 0;
  }

  say(text) {
    if (this.status) this.status.textContent = text;
  }
}

function element(name, className) {
  const made = document.createElement(name);
  made.className = className;
  return made;
}
