// A field of a stuk is kept when typing stops for a while, and not only when somebody leaves it: then Enter is pressed in
// it for her, which is how Streamlit sends a text.
//
// What is pressed in the same moment as a field is sent goes to the server along with that field, which alone is drawn
// anew: then nothing was pressed. So it is pressed a moment later.
//
// The server drops what a page sends that is gone the next moment. So what was typed just before somebody leaves the page
// stands in the storage of this device until she is back, and comes into its field again. A busy server may need long to
// keep something: what is younger than SURE is not counted on. Who typed in a form that has a button of its own is asked
// whether she wants to leave.

import { mounted, storage } from "./apparaat.js";

const FIELD = '[class*="st-key-stukveld-"] :is(textarea, input)';
const IN_FORM = '[data-testid="stForm"] :is(textarea, input[type="text"])';
const PLACE = /st-key-(stukveld-[0-9a-f]+)/;
const KEPT = "meeschrijver";
const DAY = 24 * 60 * 60 * 1000;
const SURE = 60 * 1000;
const LOOK = 700;
const MOMENT = 150;

export default mounted(() => new Writer());

function place(field) {
  return PLACE.exec(field.closest('[class*="st-key-stukveld-"]').className)[1];
}

function fill(field, text) {
  const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
  own.set.call(field, text);
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function keep(kept) {
  if (Object.keys(kept).length) storage.set(KEPT, kept);
  else storage.remove(KEPT);
}

class Writer {
  constructor() {
    this.pause = 2000;
    this.waiting = new Map();
    this.fresh = new Map();
    this.unsent = new Set();
    this.sent = 0;
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    const on = (target, name, does) => target.addEventListener(name, does, { signal, capture: true });
    on(document, "focusin", (event) => this.entered(event.target));
    on(document, "input", (event) => this.typed(event.target));
    on(document, "focusout", (event) => this.waiting.has(event.target) && this.send(event.target));
    on(document, "click", (event) => this.pressed(event));
    on(document, "visibilitychange", () => document.visibilityState === "hidden" && this.leave());
    on(window, "pagehide", () => this.leave());
    on(window, "beforeunload", (event) => this.inForm() && event.preventDefault());
    this.seen = new Map();
    this.looking = setInterval(() => this.look(), LOOK);
    // Somebody may have begun before this was loaded.
    if (document.activeElement?.matches(FIELD)) this.wait(document.activeElement);
  }

  receive(component, data) {
    this.pause = data.pauze;
  }

  close() {
    this.listeners.abort();
    clearInterval(this.looking);
    this.sendAll();
  }

  // Typing

  entered(field) {
    if (field.matches(FIELD)) this.began = field.value;
  }

  typed(field) {
    if (field.matches(FIELD)) this.wait(field);
    else if (field.matches(IN_FORM)) this.unsent.add(field);
  }

  wait(field) {
    clearTimeout(this.waiting.get(field));
    this.waiting.set(field, setTimeout(() => this.send(field), this.pause));
    this.fresh.set(field, { was: this.fresh.get(field)?.was ?? this.began ?? "", op: Date.now() });
    const { [place(field)]: older, ...kept } = storage.get(KEPT) || {};
    if (older) keep(kept);
  }

  sendAll() {
    for (const field of [...this.waiting.keys()]) this.send(field);
  }

  send(field) {
    clearTimeout(this.waiting.get(field));
    this.waiting.delete(field);
    if (!field.isConnected) return;
    this.sent = Date.now();
    const enter = { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", enter));
  }

  // A press of our own, later, is not trusted: it goes through.
  pressed(event) {
    if (!event.isTrusted || Date.now() - this.sent > MOMENT || event.target.matches(FIELD)) return;
    event.preventDefault();
    event.stopPropagation();
    setTimeout(() => event.target.click(), MOMENT);
  }

  // Leaving

  leave() {
    this.sendAll();
    const since = Date.now() - SURE;
    const kept = storage.get(KEPT) || {};
    for (const [field, { was, op }] of this.fresh) {
      if (field.isConnected && op > since) kept[place(field)] = { was, tekst: field.value, op };
    }
    keep(kept);
  }

  // A form that was sent is another one afterwards: its fields are gone from the page.
  inForm() {
    return [...this.unsent].some((field) => field.isConnected && field.value.trim());
  }

  // Coming back

  look() {
    const kept = storage.get(KEPT);
    if (!kept) return;
    for (const [key, it] of Object.entries(kept)) {
      const field = document.querySelector(`.st-key-${key} :is(textarea, input)`);
      if (Date.now() - it.op > DAY) delete kept[key];
      else if (field && this.still(field)) {
        delete kept[key];
        this.putBack(field, it);
      }
    }
    keep(kept);
  }

  // Whether what the server knows stands in the field: not while it is being drawn.
  still(field) {
    const same = this.seen.get(field) === field.value;
    this.seen.set(field, field.value);
    return same && !field.disabled;
  }

  // What came into the field meanwhile stays above it, unless it stands in it already.
  putBack(field, { was, tekst }) {
    if (field.value.includes(tekst)) return;
    const whole = field.value === was || tekst.includes(field.value);
    this.began = field.value;
    fill(field, whole ? tekst : `${field.value}\n\n${tekst}`);
  }
}
