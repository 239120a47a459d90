/** A button of a notice. */
export interface Choice {
  label: string;
  act(): void;
}

/** Shows sentences under the header until they are closed. A sentence replaces an earlier one of the same `key`. */
export interface Notices {
  say(key: string, sentence: string, choices?: readonly Choice[], kind?: "info" | "warning"): void;
  close(key: string): void;
}

function button(label: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.textContent = label;
  made.addEventListener("click", act);
  return made;
}

export function notices(container: HTMLElement): Notices {
  const shown = new Map<string, HTMLElement>();
  const close = (key: string): void => {
    shown.get(key)?.remove();
    shown.delete(key);
  };
  return {
    close,
    say: (key, sentence, choices = [], kind = "info") => {
      const notice = document.createElement("div");
      notice.className = `notice ${kind}`;
      // Screen readers announce warnings at once.
      notice.setAttribute("role", kind === "warning" ? "alert" : "status");
      const text = document.createElement("p");
      text.textContent = sentence;
      const closed = (act: () => void) => () => {
        close(key);
        act();
      };
      notice.append(
        text,
        ...choices.map(({ label, act }) => button(label, closed(act))),
        button("知道了", () => close(key)),
      );
      if (choices.length > 0) notice.lastElementChild!.textContent = "以后再说";
      const before = shown.get(key);
      if (before) before.replaceWith(notice);
      else container.append(notice);
      shown.set(key, notice);
    },
  };
}

/** Asks a question and waits for the answer. Closing the dialog gives the last answer. */
export function ask<T>(sentence: string, answers: readonly { label: string; value: T }[]): Promise<T> {
  const dialog = document.getElementById("question") as HTMLDialogElement;
  document.getElementById("question-text")!.textContent = sentence;
  return new Promise((resolve) => {
    let chosen = answers.at(-1)!.value;
    const buttons = answers.map(({ label, value }) =>
      button(label, () => {
        chosen = value;
        dialog.close();
      }),
    );
    document.getElementById("answers")!.replaceChildren(...buttons);
    dialog.addEventListener("close", () => resolve(chosen), { once: true });
    dialog.showModal();
    buttons[0]!.focus();
  });
}
