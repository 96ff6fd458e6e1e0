// Back to where a part of a page begins, after a button at the end of it. Who goes by keyboard goes on from there.

import { mounted } from "./apparaat.js";

export default mounted((root) => new Top(root));

class Top {
  constructor(root) {
    this.root = root;
    root.tabIndex = -1;
    root.style.scrollMarginTop = "6rem";
  }

  close() {}

  receive(component, data) {
    if (this.times !== undefined && this.times !== data.keer) {
      this.root.focus({ preventScroll: true });
      this.root.scrollIntoView({ block: "start" });
    }
    this.times = data.keer;
  }
}
