import type { RefObject } from "react";
import { makeStyles } from "@fluentui/react-components";

const useStyles = makeStyles({ hidden: { display: "none" } });

interface FilePickerProps {
  /** A button of the page calls `click()` on it. */
  picker: RefObject<HTMLInputElement>;
  label: string;
  /** File endings separated by commas, as `accept` of `<input>` takes them. */
  accept: string;
  multiple?: boolean;
  /** Gets the chosen files, never an empty list. */
  onFiles: (files: readonly File[]) => void;
}

/** The browser's dialog for choosing files; the element itself is not shown. */
export function FilePicker({ picker, label, accept, multiple = false, onFiles }: FilePickerProps) {
  return (
    <input
      ref={picker}
      className={useStyles().hidden}
      type="file"
      multiple={multiple}
      accept={accept}
      aria-label={label}
      onChange={({ target }) => {
        const files = [...(target.files ?? [])];
        // Otherwise choosing the same file again would raise no event.
        target.value = "";
        if (files.length > 0) onFiles(files);
      }}
    />
  );
}
