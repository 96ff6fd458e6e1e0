// Turven: one tap is one. The count stands in the storage of this device until the server has kept it: a reload or a
// lost connection loses nothing. Counting goes on without internet; only keeping asks for it.

import { element, mounted, newToken, storage } from "./apparaat.js";

export default mounted((root) => new Counter(root));

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
    this.number = element("output", { class: "stand", "aria-live": "polite" });
    this.plus = this.button(this.words.erbij, "erbij", () => this.add(1));
    this.minus = this.button(this.words.eraf, "eraf", () => this.add(-1));
    this.done = this.button(this.words.klaar, "klaar", () => this.finish());
    this.status = element("p", { class: "toestand", role: "status" });
    const parts = [this.number, this.plus, this.minus, this.done, this.status];
    this.root.replaceChildren(element("div", { class: "tv turver" }, ...parts));
  }

  button(text, name, action) {
    return element("button", { class: name, type: "button", onclick: action }, text);
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
