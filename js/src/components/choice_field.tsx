import { Problem } from "./problem";

export interface ChoiceFieldProps {
  name: string;
  label: string;
  /** Another widget decides: this one only says what it is. */
  linked: boolean;
  options: { id: string; name: string }[];
  value: string;
  none: string;
  unchosen: string;
  problem: string | undefined;
  colours?: Record<string, string>;
  onChange: (id: string) => void;
}

export function ChoiceField(props: ChoiceFieldProps) {
  const { name, label, linked, options, value, none, unchosen, problem, colours, onChange } = props;
  const chosen = options.find((each) => each.id === value);
  const dots = Object.entries(colours ?? {}).filter(([slot]) => /^(dk2|accent[1-4])$/.test(slot));
  return (
    <div class="choice">
      {linked ? (
        <>
          <span class="label">{label}</span>
          <output class={`linked ${value ? "" : "unset"}`} aria-label={label}>
            <span>{chosen?.name ?? (value || unchosen)}</span>
            {dots.length > 0 && (
              <span class="dots" aria-hidden="true">
                {dots.map(([slot, colour]) => (
                  <span key={slot} style={{ background: colour }} />
                ))}
              </span>
            )}
          </output>
        </>
      ) : (
        <>
          <label class="label" for={name}>
            {label}
          </label>
          <select
            id={name}
            name={name}
            class="field"
            value={value}
            aria-invalid={Boolean(problem)}
            aria-describedby={`${name}-problem`}
            onChange={(event) => onChange(event.currentTarget.value)}
          >
            <option value="">{none}</option>
            {value && !chosen && <option value={value}>{value}</option>}
            {options.map((each) => (
              <option key={each.id} value={each.id} selected={each.id === value}>
                {each.name}
              </option>
            ))}
          </select>
        </>
      )}
      <Problem id={`${name}-problem`} text={problem} />
    </div>
  );
}
