// A field of a stuk is kept when typing stops for a while, and not only when somebody leaves it: then Ctrl+Enter is
// pressed in it for her, which is how Streamlit sends a text. Who closes or hides the page loses nothing either.

import { mounted } from "./apparaat.js";

const FIELD = '[class*="st-key-stukveld-"] textarea';

export default mounted(() => new Writer());

class Writer {
  constructor() {
    this.pause = 2000;
    this.waiting = new Map();
    this.typed = (event) => this.wait(event.target);
    this.leaves = () => document.visibilityState === "hidden" && this.sendAll();
    document.addEventListener("input", this.typed, true);
    document.addEventListener("visibilitychange", this.leaves);
  }

  receive(component, data) {
    this.pause = data.pauze;
  }

  close() {
    document.removeEventListener("input", this.typed, true);
    document.removeEventListener("visibilitychange", this.leaves);
    this.sendAll();
  }

  wait(field) {
    if (!(field instanceof HTMLTextAreaElement) || !field.matches(FIELD)) return;
    clearTimeout(this.waiting.get(field));
    this.waiting.set(field, setTimeout(() => this.send(field), this.pause));
  }

  sendAll() {
    for (const field of [...this.waiting.keys()]) this.send(field);
  }

  send(field) {
    clearTimeout(this.waiting.get(field));
    this.waiting.delete(field);
    if (!field.isConnected) return;
    field.dispatchEvent(
      new KeyboardEvent("keydown", { key: "Enter", code: "Enter", ctrlKey: true, bubbles: true, cancelable: true }),
    );
  }
}
