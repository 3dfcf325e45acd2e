import { Problem } from "./problem";

export interface PromptFieldProps {
  value: string;
  examples: string[];
  problem: string | undefined;
  onInput: (value: string) => void;
}

export function PromptField({ value, examples, problem, onInput }: PromptFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    (event.currentTarget as HTMLTextAreaElement).form?.requestSubmit();
  };
  return (
    <div class="prompt">
      <label class="label" for="prompt">
        What is the deck about?
      </label>
      <textarea
        id="prompt"
        class="field"
        name="prompt"
        rows={4}
        placeholder="What happened, what you want to show, and what should be decided"
        value={value}
        aria-invalid={Boolean(problem)}
        aria-describedby="prompt-problem"
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <Problem id="prompt-problem" text={problem} />
      {!value.trim() && examples.length > 0 && (
        <fieldset class="examples">
          <legend class="muted small">For example</legend>
          {examples.map((example) => (
            <button type="button" class="chip" key={example} onClick={() => onInput(example)}>
              {example}
            </button>
          ))}
        </fieldset>
      )}
    </div>
  );
}
