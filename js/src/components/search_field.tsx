import { Icon } from "./icons";

export interface SearchFieldProps {
  label: string;
  value: string;
  onInput: (value: string) => void;
  /** Arrow down: into the list. */
  onDown: () => void;
  /** Enter: the first match. */
  onEnter: () => void;
}

export function SearchField({ label, value, onInput, onDown, onEnter }: SearchFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown") onDown();
    else if (event.key === "Enter" && value) onEnter();
    else if (event.key === "Escape" && value) onInput("");
    else return;
    event.preventDefault();
  };
  return (
    <div class="search">
      <Icon name="search" />
      <input
        class="field"
        type="search"
        aria-label={label}
        placeholder="Search"
        autocomplete="off"
        spellcheck={false}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
